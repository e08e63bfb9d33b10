namespace Pipelines.Testing.Fleet;

/// <summary>A release on the simulated fleet: its instances by the time they started, and what they were asked.</summary>
internal sealed class SimulatedRelease(string digest, Behaviour behaviour)
{
    private double _requests;
    private double _failed;

    public string Digest { get; } = digest;

    public Behaviour Behaviour { get; } = behaviour;

    public List<DateTimeOffset> Instances { get; } = [];

    public int Ready(DateTimeOffset now) => Behaviour.CrashesAtStart || Behaviour.ReadyAfter is not { } ready
        ? 0
        : Instances.Count(start => start + ready <= now);

    public void Serve(double requests)
    {
        var before = Math.Clamp(Behaviour.ErrorsAfter - _requests, 0, requests);
        _failed += (requests - before) * Behaviour.Errors;
        _requests += requests;
    }

    public Delivery.Stages.TrafficSample Sample()
    {
        var (all, failed) = ((long)_requests, (long)_failed);
        double[] bounds = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];
        var counts = new long[bounds.Length + 1];
        counts[Array.FindIndex(bounds, bound => Behaviour.Latency <= bound) is var bucket and >= 0 ? bucket : bounds.Length] = all;
        return new(all - failed, failed, 0, [.. bounds], [.. counts]);
    }
}
