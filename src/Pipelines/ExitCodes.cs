namespace Pipelines;

/// <summary>How a run ends, as its caller sees it.</summary>
public static class ExitCodes
{
    /// <summary>Everything that was asked for is done.</summary>
    public const int Success = 0;

    /// <summary>A target failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the build definition is wrong; nothing ran.</summary>
    public const int Invalid = 2;

    /// <summary>A release was rejected and rolled back cleanly.</summary>
    public const int RolledBack = 3;

    /// <summary>A rollback failed; a person is needed.</summary>
    public const int RollbackFailed = 4;

    /// <summary>A deployment is held for approval or by an inconclusive analysis.</summary>
    public const int Held = 5;

    /// <summary>Another deployment has the environment.</summary>
    public const int Locked = 6;

    /// <summary>Cancelled by a signal.</summary>
    public const int Cancelled = 130;
}
