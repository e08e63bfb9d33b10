using System.Collections.Immutable;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>A stage on this machine: instances as processes behind the agent's proxy.</summary>
internal sealed class LocalFleet(string stage, LocalPlatform platform, TimeSpan readyTime, AgentGate gate) : IFleet
{
    private readonly string _path = $"services/{stage}";

    public async Task<StageObservation> ObserveAsync(CancellationToken cancellationToken)
    {
        var agent = await gate.OpenAsync(cancellationToken);
        var service = await agent.GetAsync(_path, AgentJson.Default.AgentService, cancellationToken);
        var counters = service is null ? null : await agent.GetAsync($"{_path}/counters", AgentJson.Default.AgentCounters, cancellationToken);
        return service is null ? StageObservation.Empty : LocalObservation.Of(service, counters);
    }

    public async Task WaitAsync(long revision, TimeSpan time, CancellationToken cancellationToken)
    {
        var agent = await gate.OpenAsync(cancellationToken);
        await agent.GetAsync(FormattableString.Invariant($"{_path}?after={revision}&seconds={time.TotalSeconds:0.###}"), AgentJson.Default.AgentService, cancellationToken);
    }

    public async Task<LeaseAnswer> AcquireAsync(Holder holder, TimeSpan time, CancellationToken cancellationToken)
    {
        var agent = await gate.OpenAsync(cancellationToken);
        var request = AgentConnection.Json(new AgentLeaseRequest(holder, time.TotalSeconds), AgentJson.Default.AgentLeaseRequest);
        var answer = await agent.AskAsync($"{_path}/lease", request, AgentJson.Default.AgentLease, cancellationToken);
        return answer.Holder is { } other
            ? new(Granted: null, new(other, answer.Since, answer.ExpiresAt))
            : new(new Lease(answer.Epoch, time), Refused: null);
    }

    public Task RenewAsync(Lease lease, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Put, "lease", lease, content: null, cancellationToken);

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, "lease", lease, content: null, cancellationToken);

    public async Task AdmitAsync(Lease lease, Release release, ReleaseContent? content, string? home, int instances, CancellationToken cancellationToken)
    {
        await RefuseChangesAsync(release, content, cancellationToken);
        var settings = new AgentSettings(platform.Port, platform.Host, platform.RequestTime.TotalSeconds, platform.StickyCookie);
        await ChangeAsync(HttpMethod.Put, "settings", lease, AgentConnection.Json(settings, AgentJson.Default.AgentSettings), cancellationToken);
        if (content is not null)
        {
            var request = LocalObservation.Request(platform, readyTime, content);
            await ChangeAsync(HttpMethod.Put, $"releases/{release.Digest}", lease, AgentConnection.Json(request, AgentJson.Default.AgentReleaseRequest), cancellationToken);
        }
        else if ((await ObserveAsync(cancellationToken)).Of(release.Digest) is null)
        {
            throw new TargetFailedException($"Stage '{stage}' has no copy of {release} any more. Deploy it again from its commit {release.Commit}.");
        }

        if (home is not null)
        {
            await SetHomeAsync(lease, home, instances, cancellationToken);
        }
    }

    public Task ScaleAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Put, $"releases/{digest}/instances", lease, AgentConnection.Json(new(instances), AgentJson.Default.AgentInstancesRequest), cancellationToken);

    public Task ShiftAsync(Lease lease, ImmutableSortedDictionary<string, decimal> weights, CancellationToken cancellationToken) =>
        SetWeightsAsync(lease, weights, settled: false, cancellationToken);

    public async Task SettleAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken)
    {
        // Home first: were the lease to end between the two, traffic would stay where it was just verified.
        await SetHomeAsync(lease, digest, instances, cancellationToken);
        var all = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal).Add(digest, 100);
        await SetWeightsAsync(lease, all, settled: true, cancellationToken);
    }

    public Task RemoveAsync(Lease lease, string digest, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, $"releases/{digest}", lease, content: null, cancellationToken);

    public async Task<ImmutableArray<string>> ReadLogAsync(string log, int from, CancellationToken cancellationToken)
    {
        var agent = await gate.OpenAsync(cancellationToken);
        var text = await agent.GetTextAsync(FormattableString.Invariant($"{_path}/logs/{log}?from={from}"), cancellationToken) ?? "";
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public async Task AppendLogAsync(Lease lease, string log, int length, string line, CancellationToken cancellationToken)
    {
        var agent = await gate.OpenAsync(cancellationToken);
        await agent.AppendAsync($"{_path}/logs/{log}", lease.Epoch, length, line, cancellationToken);
    }

    private async Task RefuseChangesAsync(Release release, ReleaseContent? content, CancellationToken cancellationToken)
    {
        if (content is not null && await ContentDigest.OfFolderAsync(content.Folder, cancellationToken) != release.ArtifactDigest)
        {
            throw new TargetFailedException($"The files in {content.Folder} changed since {release} was made of them. Deploy again, and one at a time from one workspace.");
        }

        var agent = await gate.OpenAsync(cancellationToken);
        var service = await agent.GetAsync(_path, AgentJson.Default.AgentService, cancellationToken);
        if (service is { Port: { } port, Weights.IsEmpty: false } && port != platform.Port)
        {
            throw new TargetFailedException($"Stage '{stage}' serves on port {port} and is to move to {platform.Port}, which would cut its visitors off. Run './build.sh Down' first.");
        }
    }

    private Task SetHomeAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Put, "home", lease, AgentConnection.Json(new(digest, instances), AgentJson.Default.AgentHome), cancellationToken);

    private Task SetWeightsAsync(Lease lease, ImmutableSortedDictionary<string, decimal> weights, bool settled, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Put, "weights", lease, AgentConnection.Json(new(weights, settled), AgentJson.Default.AgentWeights), cancellationToken);

    private async Task ChangeAsync(HttpMethod method, string path, Lease lease, HttpContent? content, CancellationToken cancellationToken)
    {
        var agent = await gate.OpenAsync(cancellationToken);
        await agent.ChangeAsync(method, $"{_path}/{path}", lease.Epoch, content, cancellationToken);
    }
}
