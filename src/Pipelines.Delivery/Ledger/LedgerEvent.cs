namespace Pipelines.Delivery.Ledger;

/// <summary>What a ledger entry tells.</summary>
public enum LedgerEvent
{
    /// <summary>A release was verified good.</summary>
    Verified,

    /// <summary>A release was rejected and the stage returned to what it was.</summary>
    RolledBack,

    /// <summary>A rollout was given up for a reason that is not the release's, and the stage returned to what it was.</summary>
    Interrupted,

    /// <summary>The way back did not end.</summary>
    RollbackFailed,

    /// <summary>A person went back to a release that was verified good; the one before it is rejected.</summary>
    Restored,

    /// <summary>The stage was shut down.</summary>
    Stopped,
}
