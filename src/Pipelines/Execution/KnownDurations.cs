using System.Collections.Immutable;
using System.Globalization;
using Pipelines.Execution.Caching;

namespace Pipelines.Execution;

/// <summary>How long targets took when they last succeeded, kept in <c>.nuke/temp/durations.tsv</c> so that the next run knows what to start first.</summary>
internal sealed class KnownDurations(AbsolutePath root)
{
    // A run in which nothing took this long gains nothing from a better order, and must not pay for it.
    private static readonly TimeSpan Worth = TimeSpan.FromMilliseconds(100);
    private readonly AbsolutePath _file = root / ".nuke" / "temp" / "durations.tsv";

    /// <summary>By target; empty when nothing is known or the file cannot be read.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Load()
    {
        try
        {
            return Read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ImmutableDictionary<string, TimeSpan>.Empty;
        }
    }

    /// <summary>Remembers the targets that did their work in this run.</summary>
    public void Keep(ImmutableArray<TargetOutcome> outcomes)
    {
        if (!outcomes.Any(outcome => outcome.Status == TargetStatus.Succeeded && outcome.Duration >= Worth))
        {
            return;
        }
        var known = Read();
        foreach (var outcome in outcomes.Where(outcome => outcome.Status == TargetStatus.Succeeded))
        {
            known[outcome.Name] = outcome.Duration;
        }
        string[] names = [.. known.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        AtomicFile.Write(_file, string.Concat(names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}\t{known[name].TotalMilliseconds:0}\n"))));
    }

    private Dictionary<string, TimeSpan> Read()
    {
        var known = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var line in File.Exists(_file) ? File.ReadLines(_file) : [])
        {
            // What a hand or another version wrote is only forgotten.
            if (line.Split('\t') is [var target, var text] && uint.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds))
            {
                known[target] = TimeSpan.FromMilliseconds(milliseconds);
            }
        }
        return known;
    }
}
