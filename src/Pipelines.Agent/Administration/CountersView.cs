using System.Collections.Immutable;

namespace Pipelines.Agent.Administration;

internal sealed record CountersView(DateTimeOffset AgentStartedAt, ImmutableSortedDictionary<string, ReleaseCountersView> Releases)
{
    public static CountersView Of(Service service, DateTimeOffset agentStartedAt) => new(
        agentStartedAt,
        service.Copies.Ids.ToImmutableSortedDictionary(
            release => release, release => ReleaseCountersView.Of(service.Counters(release)), StringComparer.Ordinal));
}
