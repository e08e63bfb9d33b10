namespace Pipelines.Delivery.Reporting;

/// <summary>How a stage is, in a word.</summary>
public enum StageState
{
    /// <summary>Never had a release.</summary>
    Empty,

    /// <summary>Nothing is served.</summary>
    Down,

    /// <summary>All traffic is on a release that was verified good, with all its instances.</summary>
    Verified,

    /// <summary>Served, but not by what was verified good last, or not by all its instances.</summary>
    Degraded,

    /// <summary>A rollout has not ended: it runs, or was interrupted and waits for <c>Recover</c>.</summary>
    RollingOut,
}
