namespace Pipelines.Delivery.Planning;

/// <summary>Why a rollout takes place.</summary>
public enum Purpose
{
    /// <summary>A release moves forward.</summary>
    Deploy,

    /// <summary>A person goes back to a release that was verified good.</summary>
    Rollback,
}
