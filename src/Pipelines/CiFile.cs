namespace Pipelines;

/// <summary>A file that is written from the build class and committed.</summary>
/// <param name="Path">From the root, with <c>/</c>.</param>
/// <param name="Text">All of it.</param>
public sealed record CiFile(string Path, string Text)
{
    /// <summary>Stands in the first lines of every such file, by which those that nothing writes any more are found.</summary>
    public const string Marker = "Written by './build.sh GenerateCi'";
}
