namespace Pipelines.Testing.Fleet;

/// <summary>How a simulated release behaves.</summary>
public sealed record Behaviour
{
    /// <summary>Share of its requests that fail, from 0 to 1.</summary>
    public double Errors { get; init; }

    /// <summary>Requests before <see cref="Errors"/> begins.</summary>
    public long ErrorsAfter { get; init; }

    /// <summary>Time to answer in seconds.</summary>
    public double Latency { get; init; } = 0.01;

    /// <summary>From start until ready; null for never.</summary>
    public TimeSpan? ReadyAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Each instance ends at its start.</summary>
    public bool CrashesAtStart { get; init; }
}
