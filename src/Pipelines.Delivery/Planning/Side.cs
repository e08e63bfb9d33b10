namespace Pipelines.Delivery.Planning;

/// <summary>Which of the two releases of a plan.</summary>
public enum Side
{
    /// <summary>The release that had the traffic when the rollout began.</summary>
    Stable,

    /// <summary>The release that is being rolled out.</summary>
    Next,
}
