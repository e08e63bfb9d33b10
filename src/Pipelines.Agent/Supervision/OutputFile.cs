using System.Collections.Immutable;
using System.Text;

namespace Pipelines.Agent.Supervision;

/// <summary>The file an instance writes to, kept small while the instance goes on writing.</summary>
internal sealed class OutputFile(string path, long limit = 4 * 1024 * 1024, int kept = 3)
{
    private const int TailBytes = 16 * 1024;

    public string Path => path;

    /// <summary>The last lines, at most <paramref name="lines"/>, of the last 16 KiB.</summary>
    public ImmutableArray<string> Tail(int lines)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = Math.Max(0, stream.Length - TailBytes);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(lines)];
    }

    /// <summary>
    /// Moves a full file aside. The instance holds the file open for appending, so it is copied and emptied,
    /// not renamed: what is written between the two is lost.
    /// </summary>
    public void RotateWhenFull()
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length < limit)
        {
            return;
        }

        for (var number = kept - 1; number > 0; number--)
        {
            var older = Numbered(number);
            if (File.Exists(older))
            {
                File.Move(older, Numbered(number + 1), overwrite: true);
            }
        }

        File.Copy(path, Numbered(1), overwrite: true);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(0);
    }

    private string Numbered(int number) => $"{path}.{number}";
}
