using System.Collections.Immutable;

namespace Pipelines.Execution.Caching;

/// <summary>What the cache says before a target runs.</summary>
/// <param name="State">What the target depends on; taken before the work, as a file that changes meanwhile must not count as seen.</param>
/// <param name="Entry">The success that stands for this state, its outputs in place; null when the target has to run.</param>
/// <param name="Causes">Why it has to run, the most telling first; empty when it has not.</param>
internal sealed record CacheAnswer(TargetState State, CacheEntry? Entry, ImmutableArray<string> Causes)
{
    /// <summary>The first cause, and how many more there are; null when the target has not to run.</summary>
    public string? Cause => Causes.Length switch
    {
        0 => null,
        1 => Causes[0],
        var count => $"{Causes[0]} (and {count - 1} more)",
    };
}
