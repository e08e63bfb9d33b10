using Pipelines.Targets.DotNet.Solutions;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>Downloads packages.</summary>
public interface IRestore : IHaveSolution, IHaveArtifacts
{
    /// <summary>Restores the solution, exactly as its lock files say on a CI server.</summary>
    Target Restore => _ => _
        .Description("Restores NuGet packages")
        .Inputs([.. ProjectGlobs])
        .InputValue(nameof(RestoreCommand), () => RestoreCommand)
        .InputValue("Sdk", () => InstalledSdks.Versions())
        .InputValue("Packages", () => Directory.Exists(PackagesFolder))
        .OutputsInPlace([.. RestoreOutputs])
        .Executes(cancellationToken => RunAsync(RestoreCommand, cancellationToken));

    /// <summary>What restores.</summary>
    Command RestoreCommand => Tools.DotNet.Restore(Solution, new() { LockedMode = IsServerBuild });

    /// <summary>Globs of what a restore writes; all of it is there, or the target runs again.</summary>
    IEnumerable<string> RestoreOutputs => UsesArtifactsOutput
        ? [$"{ArtifactsDirectory}/obj/**/project.assets.json", $"{ArtifactsDirectory}/obj/**/*.nuget.g.*"]
        : ["obj/project.assets.json", "obj/*.nuget.g.*", .. SourceFolders.SelectMany(folder => new[] { $"{folder}/**/obj/project.assets.json", $"{folder}/**/obj/*.nuget.g.*" })];

    // Who empties it wants everything downloaded again.
    private static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
