namespace Pipelines.Execution.Caching;

/// <summary>Writes a file as a whole or not at all, so that a run beside this one never reads half of it.</summary>
internal static class AtomicFile
{
    public static async Task WriteAsync(AbsolutePath path, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path.Parent!);
        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await File.WriteAllTextAsync(draft, text, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The same for who cannot wait.</summary>
    public static void Write(AbsolutePath path, string text)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
