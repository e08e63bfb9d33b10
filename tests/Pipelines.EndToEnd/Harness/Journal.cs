using System.Text.Json;

namespace Pipelines.EndToEnd.Harness;

/// <summary>The records that a stage's journal gains from now on.</summary>
internal sealed class Journal
{
    private readonly AbsolutePath _file;
    private readonly long _past;
    private long _length;
    private IReadOnlyList<string> _records = [];

    private Journal(AbsolutePath file)
    {
        _file = file;
        _past = _length = Length;
    }

    /// <summary>Each as it was written, without one that is being written. Asked for all the time, so nothing is read that is known.</summary>
    public IReadOnlyList<string> Records
    {
        get
        {
            if (Length is var length && length != _length)
            {
                (_length, _records) = (length, Lines());
            }

            return _records;
        }
    }

    /// <summary>The id of each rollout that began.</summary>
    public IReadOnlyList<string> Rollouts => [.. Records.Select(RolloutOf).OfType<string>()];

    public static Journal Of(Clone clone, string stage) => new(clone.EnvironmentRoot / "services" / stage / "journal.jsonl");

    /// <summary>A record in few words, such as <c>intended shift</c> or <c>measured Failed</c>.</summary>
    public static string Words(string record)
    {
        using var document = JsonDocument.Parse(record);
        var more = document.RootElement.TryGetProperty("step", out var step) ? step.GetProperty("kind").GetString()
            : document.RootElement.TryGetProperty("measurement", out var measurement) ? measurement.GetProperty("verdict").GetString()
            : "";
        return $"{document.RootElement.GetProperty("record").GetString()} {more}".Trim();
    }

    private static string? RolloutOf(string record)
    {
        using var document = JsonDocument.Parse(record);
        return document.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    private long Length => new FileInfo(_file) is { Exists: true } file ? file.Length : 0;

    private List<string> Lines()
    {
        using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = _past;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1)];
    }
}
