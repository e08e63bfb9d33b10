using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>Compiles the solution.</summary>
public interface ICompile : IRestore, IHaveConfiguration
{
    /// <summary>Compiles with all analyzers.</summary>
    Target Compile => _ => _
        .Description("Compiles the solution")
        .Job(new Job("build") { ShowsFindings = true })
        .DependsOn(Restore)
        .Inputs([.. SourceGlobs])
        .InputValue(nameof(CompileCommand), () => CompileCommand)
        .InputValue(nameof(IsServerBuild), () => IsServerBuild)
        .OutputsInPlace([.. CompileOutputs])
        .Produces([.. CompileOutputs])
        .Executes(cancellationToken => RunAsync(CompileCommand, cancellationToken));

    /// <summary>What compiles.</summary>
    Command CompileCommand => Tools.DotNet.Build(Solution, new()
    {
        Configuration = Configuration,
        NoRestore = true,
        Properties = WarningsAreErrors ? ImmutableSortedDictionary<string, string>.Empty.Add("TreatWarningsAsErrors", "true") : ImmutableSortedDictionary<string, string>.Empty,
    });

    /// <summary>Whether a warning of the compiler or an analyzer fails the compilation: in a build that lints, unless overridden.</summary>
    bool WarningsAreErrors => this is ILint;

    /// <summary>Globs of what a compilation writes: hundreds of megabytes, so it is compared and not kept. All is as it was left, or the target runs again.</summary>
    IEnumerable<string> CompileOutputs => UsesArtifactsOutput
        ? [$"{ArtifactsDirectory}/bin/*/{Configuration.Name.ToLowerInvariant()}/**/*"]
        : [$"bin/{Configuration.Name}/**/*", .. SourceFolders.Select(folder => $"{folder}/**/bin/{Configuration.Name}/**/*")];
}
