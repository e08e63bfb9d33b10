using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Rehearsing;

/// <summary>A job of a rehearsal that has ended.</summary>
internal sealed record JobOutcome(RehearsedJob Job, JobEnd End)
{
    /// <summary>Why it ended so; null where its end says it.</summary>
    public string? Reason { get; init; }

    /// <summary>From the start of its command to the end.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What it wrote.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>What needs it does not go on as if nothing had happened.</summary>
    public bool HoldsUp => End is JobEnd.Failed or JobEnd.Held;
}
