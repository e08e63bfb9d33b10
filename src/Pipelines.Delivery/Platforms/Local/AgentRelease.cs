using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>A release as the agent reports it.</summary>
internal sealed record AgentRelease(string Id, int Desired, int Ready, int InFlight, ImmutableArray<AgentInstance> Instances);
