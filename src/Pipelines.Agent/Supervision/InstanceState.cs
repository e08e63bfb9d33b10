namespace Pipelines.Agent.Supervision;

/// <summary>Where an instance is in its life.</summary>
internal enum InstanceState
{
    /// <summary>Runs and has not yet been ready.</summary>
    Starting,

    /// <summary>In the rotation.</summary>
    Ready,

    /// <summary>Runs, was ready, and failed three readiness checks in a row.</summary>
    Unready,

    /// <summary>Ended by itself; waits to be started again.</summary>
    Backoff,

    /// <summary>Out of the rotation for good.</summary>
    Stopping,
}
