using Pipelines.Targets.DotNet.Solutions;

namespace Pipelines.Targets.DotNet;

/// <summary>A build with one solution.</summary>
public interface IHaveSolution : IPipelineBuild
{
    /// <summary>The solution file; the only one in the root folder unless overridden.</summary>
    /// <exception cref="DefinitionException">There is none, or more than one.</exception>
    AbsolutePath Solution => Tools.Solution.Find(RootDirectory);

    /// <summary>Globs of the files that say how to restore and compile.</summary>
    IEnumerable<string> ProjectGlobs =>
    [
        "*.sln", "*.slnx", "global.json", "*.props", "*.targets", "nuget.config", "NuGet.Config", ".editorconfig",
        .. SourceFolders.SelectMany(folder => SolutionFile.ProjectPatterns.Select(pattern => $"{folder}/**/{pattern}")),
        .. NoIntermediates,
    ];

    /// <summary>Globs of the files that are compiled or copied; all in the folders of the projects.</summary>
    IEnumerable<string> SourceGlobs => [.. ProjectGlobs, .. SourceFolders.Select(folder => $"{folder}/**/*"), .. NoIntermediates];

    /// <summary>Top folders with projects, from the root.</summary>
    IEnumerable<string> SourceFolders => SolutionFile.SourceFolders(RootDirectory);

    private static IEnumerable<string> NoIntermediates => ["!**/bin/**", "!**/obj/**"];
}
