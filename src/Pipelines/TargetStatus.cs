namespace Pipelines;

/// <summary>How a target of a run ended.</summary>
public enum TargetStatus
{
    /// <summary>Never came to its turn, see the reason.</summary>
    NotRun,

    /// <summary>Had nothing to do, see the reason; its dependents go on.</summary>
    Skipped,

    /// <summary>Did its work.</summary>
    Succeeded,

    /// <summary>Was stopped while it worked, by a signal or by a failure elsewhere.</summary>
    Cancelled,

    /// <summary>Failed; its dependents do not run.</summary>
    Failed,
}
