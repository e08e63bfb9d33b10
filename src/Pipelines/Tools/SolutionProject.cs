namespace Pipelines.Tools;

/// <summary>A project of a solution.</summary>
/// <param name="Name">File name without its extension.</param>
/// <param name="Path">The project file.</param>
public sealed record SolutionProject(string Name, AbsolutePath Path);
