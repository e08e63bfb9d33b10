using System.Collections.Immutable;

namespace Pipelines;

/// <summary>One target of a plan, with everything it waits for.</summary>
/// <param name="Name">The target.</param>
/// <param name="Invoked">Asked for by name or by default, not only needed by another.</param>
public sealed record PlannedTarget(string Name, bool Invoked)
{
    /// <summary>One line about it, if its author wrote one.</summary>
    public string? Description { get; init; }

    /// <summary>Why it will be skipped; null when it will run.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Targets of this plan that must not fail before it runs.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Targets of this plan that schedule this one and must not fail before it, unless it is assured.</summary>
    public ImmutableArray<string> TriggeredBy { get; init; } = [];

    /// <summary>Targets of this plan that only come first, however they end.</summary>
    public ImmutableArray<string> After { get; init; } = [];
}
