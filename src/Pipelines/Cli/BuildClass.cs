namespace Pipelines.Cli;

/// <summary>A build class before it is made.</summary>
/// <param name="Type">The class.</param>
/// <param name="Create">Makes it; its initialisers may ask for the root and the host.</param>
/// <param name="Defaults">The targets that run when none is named.</param>
internal sealed record BuildClass(Type Type, Func<PipelineBuild> Create, Func<PipelineBuild, IEnumerable<Delegate>> Defaults);
