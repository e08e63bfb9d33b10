using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What became of one target.</summary>
/// <param name="Name">The target.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why it was skipped, cancelled, not run or failed; null after success.</param>
/// <param name="Duration">From its start, all tries included; zero when it never started.</param>
public sealed record TargetOutcome(string Name, TargetStatus Status, string? Reason, TimeSpan Duration)
{
    /// <summary>What the work said with <see cref="ITargetRun.Summary"/>, in the order it was first said.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>What the work said with <see cref="ITargetRun.Detail"/>: a heading and lines of text.</summary>
    public ImmutableArray<Figure> Details { get; init; } = [];

    /// <summary>Why it worked although an unchanged one is skipped, such as <c>src/Shop.cs changed (and 2 more)</c>; null for a target that declares no inputs.</summary>
    public string? Cause { get; init; }

    /// <summary>The work is done: by this run, or by an earlier one that need not be repeated.</summary>
    public bool IsDone => Status == TargetStatus.Succeeded || Skip is SkipKind.Unchanged or SkipKind.Continued;

    /// <summary>Why it was skipped, where what comes after it must know.</summary>
    internal SkipKind Skip { get; init; }

    /// <summary>What the work threw; null unless it failed.</summary>
    public Exception? Failure { get; init; }
}
