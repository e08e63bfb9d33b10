using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Counters by release.</summary>
internal sealed record AgentCounters(ImmutableSortedDictionary<string, AgentReleaseCounters> Releases);
