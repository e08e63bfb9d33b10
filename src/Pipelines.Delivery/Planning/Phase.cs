namespace Pipelines.Delivery.Planning;

/// <summary>Where a rollout stands; follows from its records.</summary>
public enum Phase
{
    /// <summary>The next release is being started and has no traffic.</summary>
    Preparing,

    /// <summary>The next release has a share of the traffic.</summary>
    Progressing,

    /// <summary>The next release gets all traffic.</summary>
    Switching,

    /// <summary>The next release has all traffic and proves itself.</summary>
    Baking,

    /// <summary>The next release is stable.</summary>
    Verified,

    /// <summary>On the way back.</summary>
    RollingBack,

    /// <summary>Back.</summary>
    RolledBack,

    /// <summary>The way back did not end.</summary>
    RollbackFailed,
}
