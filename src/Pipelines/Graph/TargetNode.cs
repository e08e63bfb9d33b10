using System.Collections.Immutable;

namespace Pipelines.Graph;

/// <summary>A target as its author described it, with other targets by name.</summary>
internal sealed record TargetNode(string Name)
{
    /// <summary>Type of the result; null for a target without one.</summary>
    public Type? ResultType { get; init; }

    public string? Description { get; init; }

    public bool Listed { get; init; } = true;

    public bool IsDefault { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableArray<string> After { get; init; } = [];

    public ImmutableArray<string> TriggeredBy { get; init; } = [];

    public ImmutableArray<string> Triggers { get; init; } = [];

    public ImmutableArray<string> Consumes { get; init; } = [];

    public ImmutableArray<string> Produces { get; init; } = [];

    public int Partitions { get; init; } = 1;

    /// <summary>Does its share when it is told one.</summary>
    public bool Splits { get; init; }

    /// <summary>The job of a workflow that begins here; null joins the one that needs it.</summary>
    public Job? Job { get; init; }

    public ImmutableArray<TargetCondition> StaticConditions { get; init; } = [];

    public ImmutableArray<TargetCondition> DynamicConditions { get; init; } = [];

    public ImmutableArray<TargetCondition> Requirements { get; init; } = [];

    public ImmutableArray<RequiredParameter> RequiredParameters { get; init; } = [];

    public DependencyBehavior WhenSkipped { get; init; } = DependencyBehavior.Skip;

    public bool ProceedsAfterFailure { get; init; }

    public bool IsAssured { get; init; }

    public bool IsExclusive { get; init; }

    /// <summary>What only so many targets may use at once, as the author said it.</summary>
    public ImmutableArray<Resource> Resources { get; init; } = [];

    public bool IsQuery { get; init; }

    public ImmutableArray<string> Inputs { get; init; } = [];

    public ImmutableArray<TargetInputValue> InputValues { get; init; } = [];

    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>What it leaves behind reaches other jobs: a result, files that it produces, or nothing but the knowledge that it is done.</summary>
    public bool Travels => Outputs.IsEmpty || !Produces.IsEmpty;

    public bool OutputsStayInPlace { get; init; }

    public RetryRule Retry { get; init; } = RetryRule.None;

    /// <summary>Of each try; null is no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>For the work to end once it is told to; null leaves it to the run.</summary>
    public TimeSpan? StopLimit { get; init; }

    public Func<CancellationToken, Task<IReadOnlyList<string>>>? Details { get; init; }

    public ImmutableArray<TargetWork> Work { get; init; } = [];
}
