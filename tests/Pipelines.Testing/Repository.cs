namespace Pipelines.Testing;

/// <summary>The checkout that the running tests were built from.</summary>
public static class Repository
{
    // The compiler writes this in place of the root (PathMap), so that binaries do not depend on the folder.
    private const string MappedRoot = "/_/";

    /// <summary>Folder that holds <c>.nuke</c>, found upwards from the test binaries, else from the current folder.</summary>
    public static AbsolutePath Root { get; } = Find(AppContext.BaseDirectory)
        ?? Find(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException(
            $"No folder with '.nuke' above '{AppContext.BaseDirectory}' or '{Environment.CurrentDirectory}'. Run the tests from a checkout.");

    /// <summary>Where a source file really is, given what <c>[CallerFilePath]</c> says of it.</summary>
    public static AbsolutePath SourceFile(string callerFilePath) =>
        callerFilePath.StartsWith(MappedRoot, StringComparison.Ordinal)
            ? Root / callerFilePath[MappedRoot.Length..]
            : AbsolutePath.Parse(callerFilePath);

    private static AbsolutePath? Find(string start)
    {
        for (var folder = AbsolutePath.Parse(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(folder / ".nuke"))
            {
                return folder;
            }
        }

        return null;
    }
}
