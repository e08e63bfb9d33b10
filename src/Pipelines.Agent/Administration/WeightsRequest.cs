using System.Collections.Immutable;

namespace Pipelines.Agent.Administration;

internal sealed record WeightsRequest(ImmutableSortedDictionary<string, decimal> Weights, bool Settled);
