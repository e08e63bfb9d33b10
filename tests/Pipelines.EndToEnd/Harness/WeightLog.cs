namespace Pipelines.EndToEnd.Harness;

/// <summary>Looks at the weights of a stage again and again while something else changes them.</summary>
internal sealed class WeightLog
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    // A request that is answered now was sent to its version a moment before.
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(100);

    private readonly List<Look> _looks = [];

    /// <summary>Looks until the task ends.</summary>
    public static async Task<WeightLog> DuringAsync(Clone clone, string stage, Task other)
    {
        var log = new WeightLog();
        using var agent = AgentWatch.Of(clone, stage);
        while (!other.IsCompleted)
        {
            var begin = TimeProvider.System.GetUtcNow();
            var weights = await agent.WeightsAsync();
            log._looks.Add(new(begin, TimeProvider.System.GetUtcNow(), weights));
            await Task.Delay(Interval, TimeProvider.System);
        }

        return log;
    }

    /// <summary>Weights that a release was seen to have, in the order of looking, without repeating what did not change.</summary>
    public IReadOnlyList<double> PercentsOf(ReleaseStatus release) =>
        [.. _looks.Select(look => look.PercentOf(release)).Where((percent, index) => index == 0 || percent != _looks[index - 1].PercentOf(release))];

    /// <summary>Visits, and those of a release among them, from the first look to the last at which it had the weight.</summary>
    public (int Hits, int All) Count(IReadOnlyList<Visit> visits, ReleaseStatus release, double percent)
    {
        var looks = _looks.Where(look => look.PercentOf(release) == percent).ToList();
        var seen = visits.Where(visit => looks.Count > 0 && visit.At > looks[0].End + Answer && visit.At < looks[^1].Begin).ToList();
        return (seen.Count(visit => visit.Version == release.Version), seen.Count);
    }

    private sealed record Look(DateTimeOffset Begin, DateTimeOffset End, IReadOnlyDictionary<string, double> Weights)
    {
        public double PercentOf(ReleaseStatus release) => Weights.GetValueOrDefault(release.Digest);
    }
}
