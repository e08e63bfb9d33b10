namespace Pipelines.Agent.Measurement;

/// <summary>Counts of durations by upper bound; safe to add from any thread.</summary>
internal sealed class Histogram
{
    private static readonly double[] UpperBounds =
    [
        0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.03, 0.05, 0.075,
        0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30,
    ];

    private static readonly long[] UpperTicks =
        Array.ConvertAll(UpperBounds, bound => (long)(bound * TimeSpan.TicksPerSecond));

    private readonly long[] _counts = new long[UpperBounds.Length + 1];
    private long _sumTicks;

    /// <summary>Inclusive upper bounds in seconds; the last bucket of <see cref="Counts"/> has none.</summary>
    public static IReadOnlyList<double> Bounds => UpperBounds;

    public double SumSeconds => TimeSpan.FromTicks(Interlocked.Read(ref _sumTicks)).TotalSeconds;

    public long[] Counts() => Array.ConvertAll(_counts, count => count);

    public void Add(TimeSpan duration)
    {
        var bucket = 0;
        while (bucket < UpperTicks.Length && duration.Ticks > UpperTicks[bucket])
        {
            bucket++;
        }

        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Add(ref _sumTicks, duration.Ticks);
    }
}
