using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipelines.Execution.Caching;

/// <summary>Entries as text. The last row is the hash of those before it, so that half of one is none.</summary>
internal static class CacheEntryText
{
    private const string End = "end\t";

    public static string Write(CacheEntry entry)
    {
        var text = new StringBuilder().AppendRow("run", entry.Run);
        entry.State.Append(text);
        foreach (var output in entry.Outputs)
        {
            text.AppendRow("output", output.Hash, ((int)output.Mode).ToString(CultureInfo.InvariantCulture), output.Path);
        }
        foreach (var (name, value) in entry.Figures)
        {
            text.AppendRow("figure", name, value);
        }
        foreach (var warning in entry.Warnings)
        {
            text.AppendRow("warning", warning);
        }
        if (entry.Result is { } result)
        {
            text.AppendRow("result", result);
        }
        var rows = text.ToString();
        return $"{rows}{End}{TextHash.Of(rows)}\n";
    }

    /// <summary>The entry, or null for text that is cut short, changed by a hand, or names a file outside of the root.</summary>
    public static CacheEntry? Read(string text)
    {
        var end = text.LastIndexOf(End, StringComparison.Ordinal);
        return end > 0 && text.AsSpan(end + End.Length).TrimEnd('\n').SequenceEqual(TextHash.Of(text[..end])) ? ReadRows(text[..end]) : null;
    }

    private static CacheEntry? ReadRows(string text)
    {
        var run = "";
        string? result = null;
        var parts = ImmutableArray.CreateBuilder<StatePart>();
        var outputs = ImmutableArray.CreateBuilder<CachedFile>();
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var warnings = ImmutableArray.CreateBuilder<string>();
        foreach (var row in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = TextTable.Cells(row);
            switch (cells)
            {
                case ["run", var id]:
                    run = id;
                    break;
                case ["output", var hash, var mode, var path] when BlobStore.IsHash(hash) && Globs.IsBelow(path) && int.TryParse(mode, CultureInfo.InvariantCulture, out var bits):
                    outputs.Add(new(path, hash, (UnixFileMode)bits));
                    break;
                case ["figure", var name, var value]:
                    figures.Add(new Figure(name, value));
                    break;
                case ["warning", var warning]:
                    warnings.Add(warning);
                    break;
                case ["result", var json]:
                    result = json;
                    break;
                default:
                    if (TargetState.Read(cells) is not { } part)
                    {
                        return null;
                    }
                    parts.Add(part);
                    break;
            }
        }
        return new(run, new(parts.DrainToImmutable()))
        {
            Outputs = outputs.DrainToImmutable(),
            Figures = figures.DrainToImmutable(),
            Warnings = warnings.DrainToImmutable(),
            Result = result,
        };
    }
}
