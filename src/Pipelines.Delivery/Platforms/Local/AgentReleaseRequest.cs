using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Gives the agent a release to copy. The environment holds secrets: sent once, over the owner's socket.</summary>
internal sealed record AgentReleaseRequest(
    string Folder,
    string Program,
    ImmutableArray<string> Arguments,
    ImmutableSortedDictionary<string, string> Environment,
    ImmutableArray<string> Secrets,
    string ReadyPath,
    double StartSeconds,
    double DrainSeconds,
    double StopSeconds);
