namespace Pipelines.Tools;

/// <summary>What a path touches on disk.</summary>
public static class AbsolutePathFiles
{
    /// <summary>There is a file.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>There is a folder.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>There is a file or a folder.</summary>
    public static bool Exists(this AbsolutePath path) => path.FileExists() || path.DirectoryExists();

    /// <summary>The path when there is something, else null.</summary>
    public static AbsolutePath? Existing(this AbsolutePath path) => path.Exists() ? path : null;

    /// <summary>What the system knows of the file.</summary>
    public static FileInfo ToFileInfo(this AbsolutePath file) => new(file);

    /// <summary>What the system knows of the folder.</summary>
    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath folder) => new(folder);

    /// <summary>From a folder to this path, with <c>/</c> on every system.</summary>
    public static string RelativeTo(this AbsolutePath path, AbsolutePath folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>From this folder to a path, with <c>/</c> on every system.</summary>
    public static string GetRelativePathTo(this AbsolutePath folder, AbsolutePath path) => path.RelativeTo(folder);

    /// <summary>Makes the folder and those above; one that is there stays as it is.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath folder)
    {
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Makes the folder, or empties it.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath folder) => folder.DeleteDirectory().CreateDirectory();

    /// <summary>Deletes the folder with all in it; a link is removed, not followed.</summary>
    /// <exception cref="DefinitionException">The folder is the root of a file system or of the running build, or above it.</exception>
    public static AbsolutePath DeleteDirectory(this AbsolutePath folder)
    {
        if (folder.Parent is null)
        {
            throw new DefinitionException($"'{folder}' is the root of a file system and is not deleted. Name a folder below it.");
        }

        if (Ambient.Current is { Root: var root } && folder.Contains(root))
        {
            throw new DefinitionException($"'{folder}' holds the running build in '{root}' and is not deleted. Name a folder below the root.");
        }

        var found = new DirectoryInfo(folder);
        if (found.Exists)
        {
            // A link goes by itself: its target is someone else's.
            found.Delete(recursive: found.LinkTarget is null);
        }

        return folder;
    }

    /// <summary>Deletes the file; one that is not there is fine.</summary>
    public static AbsolutePath DeleteFile(this AbsolutePath file)
    {
        if (file.Parent is { } folder && folder.DirectoryExists())
        {
            File.Delete(file);
        }

        return file;
    }

    /// <summary>Makes an empty file with the folders above it, or sets the time of one that is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="time">When it was written last.</param>
    public static AbsolutePath TouchFile(this AbsolutePath file, DateTimeOffset time)
    {
        file.Parent!.CreateDirectory();
        File.Open(file, FileMode.OpenOrCreate).Dispose();
        File.SetLastWriteTimeUtc(file, time.UtcDateTime);
        return file;
    }

    /// <summary>As <see cref="TouchFile(AbsolutePath, DateTimeOffset)"/>, with the time of now.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath file) => file.TouchFile(TimeProvider.System.GetUtcNow());
}
