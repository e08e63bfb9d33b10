namespace Pipelines.Nuke;

/// <summary>The base of a component under the name that NUKE gave it; nothing more than <see cref="IPipelineBuild"/>.</summary>
public interface INukeBuild : IPipelineBuild;
