using System.Collections.Immutable;

namespace Pipelines;

/// <summary>Which targets a run has, in which order, and which of them are skipped and why. The same graph and words give the same plan.</summary>
/// <param name="Targets">Each after everything it waits for; independent ones as they are declared.</param>
public sealed record ExecutionPlan(ImmutableArray<PlannedTarget> Targets)
{
    /// <summary>Of a run that came to no plan.</summary>
    public static ExecutionPlan Empty { get; } = new([]);
}
