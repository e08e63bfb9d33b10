namespace Pipelines.Testing;

/// <summary>An empty folder of its own, deleted at the end.</summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Where it is, without symbolic links.</summary>
    public AbsolutePath Path { get; } = AbsolutePath.Parse(Directory.CreateTempSubdirectory("pipelines-").FullName);

    /// <summary>A path below.</summary>
    public static AbsolutePath operator /(ScratchFolder folder, string child) => folder.Path / child;

    /// <summary>As the operator <c>/</c>.</summary>
    public static AbsolutePath Divide(ScratchFolder folder, string child) => folder / child;

    /// <summary>Writes a text file below, with the folders above it.</summary>
    public AbsolutePath Write(string child, string text)
    {
        var file = Path / child;
        Directory.CreateDirectory(file.Parent!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
