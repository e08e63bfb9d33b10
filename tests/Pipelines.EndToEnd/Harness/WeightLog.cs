namespace Pipelines.EndToEnd.Harness;

/// <summary>Looks at the weights of a stage again and again while something else changes them.</summary>
internal sealed class WeightLog
{
    private readonly List<Look> _looks = [];

    /// <summary>Looks until the task ends.</summary>
    public static async Task<WeightLog> DuringAsync(Clone clone, string stage, Task other)
    {
        var log = new WeightLog();
        while (!other.IsCompleted)
        {
            var begin = TimeProvider.System.GetUtcNow();
            var status = (await StatusReport.ReadAsync(clone)).Stage(stage);
            log._looks.Add(new(begin, TimeProvider.System.GetUtcNow(), status.Weights));
        }

        return log;
    }

    /// <summary>Weights that a version was seen to have, each once, in the order of looking.</summary>
    public IReadOnlyList<double> PercentsOf(string version) =>
        [.. _looks.Select(look => look.PercentOf(version)).Where((percent, index) => index == 0 || percent != _looks[index - 1].PercentOf(version))];

    /// <summary>Visits, and those of a version among them, while its weight was the same from one look to the next.</summary>
    public (int Hits, int All) Count(IReadOnlyList<Visit> visits, string version, double percent)
    {
        var spans = _looks.Zip(_looks.Skip(1)).Where(pair => pair.First.PercentOf(version) == percent && pair.Second.PercentOf(version) == percent).ToList();
        var seen = visits.Where(visit => spans.Exists(span => visit.At > span.First.End && visit.At < span.Second.Begin)).ToList();
        return (seen.Count(visit => visit.Version == version), seen.Count);
    }

    private sealed record Look(DateTimeOffset Begin, DateTimeOffset End, IReadOnlyList<WeightStatus> Weights)
    {
        public double PercentOf(string version) => Weights.Where(weight => weight.Version == version).Sum(weight => weight.Percent);
    }
}
