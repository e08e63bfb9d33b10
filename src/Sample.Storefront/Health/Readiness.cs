using Sample.Storefront.Faults;

namespace Sample.Storefront.Health;

/// <summary>Whether customers may be sent here.</summary>
internal sealed class Readiness(FaultOptions faults, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private volatile bool _stopping;

    /// <summary>Why not, or null when the service is ready.</summary>
    public string? Obstacle => this switch
    {
        { _stopping: true } => "stopping",
        _ when faults.NeverReady => "never ready, because Faults:NeverReady is true",
        _ when time.GetElapsedTime(_start) < faults.SlowStart => "starting",
        _ => null,
    };

    /// <summary>From now on nobody is to be sent here.</summary>
    public void Stop() => _stopping = true;
}
