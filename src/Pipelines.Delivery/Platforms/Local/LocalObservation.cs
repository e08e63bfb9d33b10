using System.Collections.Immutable;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Between the agent's documents and the delivery's values.</summary>
internal static class LocalObservation
{
    public static StageObservation Of(AgentService service, AgentCounters? counters) => new(
        service.Url is null ? null : new Uri(service.Url),
        service.Revision,
        service.Weights.Where(weight => weight.Value > 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
        service.Leased,
        service.Home?.Release,
        [.. service.Releases.Select(Of)],
        (counters?.Releases ?? ImmutableSortedDictionary<string, AgentReleaseCounters>.Empty).ToImmutableSortedDictionary(release => release.Key, release => Sample(release.Value), StringComparer.Ordinal));

    public static AgentReleaseRequest Request(LocalPlatform platform, TimeSpan readyTime, ReleaseContent content)
    {
        var release = content.Release;
        var environment = release.Configuration.Settings
            .SetItem("Release__Version", release.Version)
            .SetItem("Release__Commit", release.Commit)
            .SetItem("Release__Digest", release.Digest)
            .SetItems(content.Secrets.Select(secret => KeyValuePair.Create(secret.Key, secret.Value.Reveal())));
        return new(
            content.Folder,
            platform.Program,
            platform.Arguments,
            environment,
            [.. content.Secrets.Keys],
            platform.ReadyPath,
            readyTime.TotalSeconds,
            platform.DrainTime.TotalSeconds,
            platform.StopTime.TotalSeconds);
    }

    private static ReleaseObservation Of(AgentRelease release) => new(
        release.Id,
        release.Desired,
        release.Ready,
        release.Instances.Count(instance => instance.Pid > 0),
        release.Instances.FirstOrDefault(instance => instance.Restarts > 0 || instance.State == "backoff")?.Exit is { } exit
            ? new(exit.Code, exit.Output.LastOrDefault(line => line.Length > 0) ?? "")
            : null);

    private static TrafficSample Sample(AgentReleaseCounters counters)
    {
        var failed = counters.Requests.GetValueOrDefault("5xx");

        // What the agent counts as aborted are visitors who left; an answer that the service broke off is a 502 there.
        return new(counters.Requests.Values.Sum() - failed, failed, Aborted: 0, counters.Latency.Bounds, counters.Latency.Counts);
    }
}
