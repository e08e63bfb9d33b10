using System.Collections.Immutable;

namespace Pipelines.Execution.Caching;

/// <summary>What is remembered of a success: what it depended on, and all that came of it.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="State">What it depended on.</param>
internal sealed record CacheEntry(string Run, TargetState State)
{
    /// <summary>Files it wrote.</summary>
    public ImmutableArray<CachedFile> Outputs { get; init; } = [];

    /// <summary>What it said in the summary.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>What it warned of, masked.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Its typed result as JSON; null for none.</summary>
    public string? Result { get; init; }
}
