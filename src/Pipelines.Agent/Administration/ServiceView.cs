using System.Collections.Immutable;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

/// <summary>A service as GET tells it; without the environment of its releases, which may hold secrets.</summary>
internal sealed record ServiceView(
    string Name,
    int? Port,
    string? Url,
    long Revision,
    long Epoch,
    LeaseView? Lease,
    Home? Home,
    ImmutableSortedDictionary<string, decimal> Weights,
    bool Leased,
    ImmutableArray<ReleaseView> Releases)
{
    public static ServiceView Of(Service service)
    {
        // The revision first: what changes while the rest is read is told again to whoever waits for the next one.
        var revision = service.Changes.Revision;
        var state = service.State;
        var settings = state.Settings;
        return new ServiceView(
            state.Name,
            settings?.Port,
            settings is null ? null : Address(settings),
            revision,
            state.Epoch,
            service.LiveLease is { } lease ? new LeaseView(lease.Holder, lease.ExpiresAt, lease.Since) : null,
            state.Home,
            state.Weights,
            state.Leased,
            [.. service.Copies.Ids.Select(release => ReleaseView.Of(service, release))]);
    }

    private static string Address(ServiceSettings settings)
    {
        var host = settings.Host is "0.0.0.0" or "::" ? "127.0.0.1" : settings.Host.Contains(':', StringComparison.Ordinal) ? $"[{settings.Host}]" : settings.Host;
        return $"http://{host}:{settings.Port}";
    }
}
