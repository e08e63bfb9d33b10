namespace Pipelines.Targets.DotNet;

/// <summary>What becomes of a scan that could not look.</summary>
public enum UncheckedOutcome
{
    /// <summary>It fails: a gate that checked nothing has not passed.</summary>
    Fail,

    /// <summary>It warns, and says in the summary that nothing was checked.</summary>
    Warn,
}
