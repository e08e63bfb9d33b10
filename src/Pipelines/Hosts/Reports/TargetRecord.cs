using System.Collections.Immutable;

namespace Pipelines.Hosts.Reports;

/// <summary>One target of a run as its report keeps it.</summary>
/// <param name="Planned">What it waited for, and why it was meant to run.</param>
internal sealed record TargetRecord(PlannedTarget Planned)
{
    public string Name => Planned.Name;

    /// <summary>Null as long as it has not ended.</summary>
    public TargetStatus? Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>From the start of the run; null when it never began.</summary>
    public TimeSpan? Start { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>How often its work was begun.</summary>
    public int Tries { get; init; }

    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Frames of the exception it failed with; empty when there was none.</summary>
    public ImmutableArray<string> Stack { get; init; } = [];

    /// <summary>It was on one of the ways through the graph; a target that is up to date takes no time and is not.</summary>
    public bool Ran => Start is not null;

    /// <summary>Targets of the plan that it waited for, for whatever reason.</summary>
    public IEnumerable<string> Before => Planned.Dependencies.Concat(Planned.TriggeredBy).Concat(Planned.After);
}
