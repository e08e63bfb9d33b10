using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>A service as the agent reports it.</summary>
internal sealed record AgentService(
    string Name,
    int? Port,
    string? Url,
    long Revision,
    long Epoch,
    AgentHome? Home,
    ImmutableSortedDictionary<string, decimal> Weights,
    bool Leased,
    ImmutableArray<AgentRelease> Releases);
