using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Traffic by release, in percent.</summary>
internal sealed record AgentWeights(ImmutableSortedDictionary<string, decimal> Weights, bool Settled);
