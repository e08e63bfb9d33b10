namespace Pipelines;

/// <summary>Runs that must not be at work at the same time.</summary>
/// <param name="Group">Name that they share.</param>
public sealed record Concurrency(Expr Group)
{
    /// <summary>A newer one cancels the older; else it waits.</summary>
    public bool CancelsOlder { get; init; }
}
