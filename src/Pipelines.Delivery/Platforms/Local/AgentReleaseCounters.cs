using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Counters of one release since the agent started.</summary>
internal sealed record AgentReleaseCounters(ImmutableSortedDictionary<string, long> Requests, long Aborted, AgentLatency Latency);
