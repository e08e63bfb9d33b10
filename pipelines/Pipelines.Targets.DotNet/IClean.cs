using System.Collections.Immutable;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>Removes what was built.</summary>
public interface IClean : IRestore
{
    /// <summary>Deletes compiled and produced files; sources and the build's own state stay.</summary>
    Target Clean => _ => _
        .Description("Deletes what was built")
        .Exclusive()
        .Before(Restore)
        .Executes(() =>
        {
            foreach (var folder in CleanDirectories)
            {
                folder.DeleteDirectory();
                Log.Information("Deleted {Folder}", folder.RelativeTo(RootDirectory));
            }
        });

    /// <summary>What is deleted, unless overridden: compiled files and output.</summary>
    ImmutableArray<AbsolutePath> CleanDirectories => [ArtifactsDirectory, OutputDirectory];
}
