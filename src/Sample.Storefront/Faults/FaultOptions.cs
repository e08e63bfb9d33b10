namespace Sample.Storefront.Faults;

/// <summary>Ways to be a bad release on purpose; none unless configured.</summary>
internal sealed record FaultOptions
{
    /// <summary>Share of requests that answer 500, from 0 to 1.</summary>
    public decimal Errors { get; init; }

    /// <summary>Requests before <see cref="Errors"/> begins.</summary>
    public long ErrorsAfter { get; init; }

    /// <summary>Added to each request.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Requests before <see cref="Latency"/> begins.</summary>
    public long LatencyAfter { get; init; }

    /// <summary>Readiness never comes.</summary>
    public bool NeverReady { get; init; }

    /// <summary>From start until readiness.</summary>
    public TimeSpan SlowStart { get; init; }

    /// <summary>The process ends before it serves anything.</summary>
    public bool CrashAtStart { get; init; }

    /// <summary>Requests that are served before the next one kills the process; null for no crash.</summary>
    public long? CrashAfter { get; init; }
}
