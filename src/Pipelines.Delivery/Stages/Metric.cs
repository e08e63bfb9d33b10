namespace Pipelines.Delivery.Stages;

/// <summary>What is measured of each version, by the platform's own counters.</summary>
public enum Metric
{
    /// <summary>Share of requests that were not answered by 5xx and not broken off by the service, from 0 to 1.</summary>
    SuccessRatio,

    /// <summary>95th percentile of the time to answer, in seconds.</summary>
    LatencyP95,
}
