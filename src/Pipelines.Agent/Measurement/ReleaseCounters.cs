namespace Pipelines.Agent.Measurement;

/// <summary>What the proxy saw of one release since the agent started.</summary>
internal sealed class ReleaseCounters
{
    // A whole cache line per class would be spared by no measurable amount; the counts of one release lie together.
    private readonly long[] _classes = new long[4];
    private long _aborted;
    private long _inFlight;

    public Histogram Latency { get; } = new();

    /// <summary>Requests whose client left before the answer was complete; they are in no class and no latency.</summary>
    public long Aborted => Interlocked.Read(ref _aborted);

    public long InFlight => Interlocked.Read(ref _inFlight);

    /// <param name="statusClass">2 to 5.</param>
    public long Requests(int statusClass) => Interlocked.Read(ref _classes[statusClass - 2]);

    public void Begin() => Interlocked.Increment(ref _inFlight);

    public void End() => Interlocked.Decrement(ref _inFlight);

    /// <summary>Counts a finished request; a switched protocol (101) counts as 2xx.</summary>
    public void Finished(int status, TimeSpan duration)
    {
        Interlocked.Increment(ref _classes[Math.Clamp(status / 100, 2, 5) - 2]);
        Latency.Add(duration);
    }

    public void Abandoned() => Interlocked.Increment(ref _aborted);
}
