using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>A folder that exists in the solution alone.</summary>
/// <param name="Path">From the top, such as <c>src/tools</c>.</param>
/// <param name="SolutionFolders">Folders directly in it.</param>
/// <param name="Projects">Projects directly in it, in the order of the file.</param>
public sealed record SolutionFolder(string Path, ImmutableArray<SolutionFolder> SolutionFolders, ImmutableArray<SolutionProject> Projects)
{
    /// <summary>Last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The project of this name, directly in the folder.</summary>
    /// <exception cref="DefinitionException">There is none.</exception>
    public SolutionProject GetProject(string name) => Projects.FirstOrDefault(project => project.Name == name)
        ?? throw new DefinitionException($"Project '{name}' is not in solution folder '{Path}'. Its projects: {string.Join(", ", Projects.Select(project => project.Name))}.");

    internal IEnumerable<SolutionFolder> Below() => SolutionFolders.SelectMany(folder => folder.Below().Prepend(folder));
}
