using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Latency histogram; bounds in seconds.</summary>
internal sealed record AgentLatency(ImmutableArray<double> Bounds, ImmutableArray<long> Counts);
