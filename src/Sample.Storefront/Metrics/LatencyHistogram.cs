using System.Collections.Immutable;

namespace Sample.Storefront.Metrics;

/// <summary>Durations in Prometheus' default buckets.</summary>
internal sealed class LatencyHistogram
{
    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _ticks;

    /// <summary>Upper bounds in seconds; one more bucket takes the rest.</summary>
    public static ImmutableArray<double> Bounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Sum of all durations.</summary>
    public TimeSpan Sum => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Adds a duration.</summary>
    public void Add(TimeSpan duration)
    {
        var bucket = 0;
        while (bucket < Bounds.Length && duration.TotalSeconds > Bounds[bucket])
        {
            bucket++;
        }

        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Add(ref _ticks, duration.Ticks);
    }

    /// <summary>For each bound, then for the rest: durations up to it.</summary>
    public ImmutableArray<long> Cumulative()
    {
        var total = 0L;
        return [.. Enumerable.Range(0, _counts.Length).Select(bucket => total += Interlocked.Read(ref _counts[bucket]))];
    }
}
