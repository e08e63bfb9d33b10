using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Pipelines.Planning;

/// <summary>What the caller wants of a graph.</summary>
/// <param name="Invoked">Existing targets, as they were named; the default ones when nobody named any.</param>
internal sealed record PlanRequest(ImmutableArray<string> Invoked)
{
    /// <summary>Targets to leave out; null leaves out none, empty all that are not invoked.</summary>
    public ImmutableArray<string>? Skip { get; init; }

    /// <summary>Targets that earlier jobs did, with what is said of them. Nothing before them is needed.</summary>
    public IReadOnlyDictionary<string, string> Done { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
