namespace Pipelines.Delivery.Planning;

/// <summary>How a rollout ended.</summary>
public enum Outcome
{
    /// <summary>The next release is verified good and stable.</summary>
    Verified,

    /// <summary>The next release was rejected and the stage is as it was before.</summary>
    RolledBack,

    /// <summary>The way back did not end in time: a person is needed.</summary>
    RollbackFailed,
}
