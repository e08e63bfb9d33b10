using System.Collections.Immutable;
using Pipelines.Agent.State;

namespace Pipelines.Agent;

/// <summary>What the service does by itself: listens again after a restart, and brings traffic home when a lease ends.</summary>
internal sealed partial class Service
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceForAll = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _ending = new();
    private Task _watching = Task.CompletedTask;
    private DateTimeOffset? _homewardSince;

    private async Task WatchAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                var seen = _changes.Revision;
                await LookAsync(ending);
                var lease = _state.Lease;
                var left = lease is null ? Rest : lease.ExpiresAt - _tools.Time.GetUtcNow();
                var wait = left <= TimeSpan.Zero ? Rest : left < Rest ? left + TimeSpan.FromMilliseconds(1) : Rest;
                await _changes.WaitAsync(seen, wait, _tools.Time, ending);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is IOException or RefusedException or UnauthorizedAccessException)
            {
                _tools.Log.Write($"Service '{Name}': {failure.Message}");
                await Task.Delay(Rest, _tools.Time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_listener is null && _state.Settings is { } settings)
            {
                await ListenAsync(settings, cancellationToken);
                Route();
            }

            if (_state.Lease is { } lease && !lease.IsLive(_tools.Time.GetUtcNow()))
            {
                Keep(_state with { Lease = null });
                Happened(new AgentEvent("lease-expired") { Epoch = _state.Epoch, Holder = lease.Holder, Weights = _state.Weights });
                _changes.Raise();
            }

            if (_state is { Lease: null, Leased: true, Home: { } home })
            {
                GoHome(home);
            }
            else
            {
                _homewardSince = null;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Capacity first, then traffic; the releases that lose it keep their instances for whoever recovers.</summary>
    private void GoHome(Home home)
    {
        var now = _tools.Time.GetUtcNow();
        if (_homewardSince is null)
        {
            _homewardSince = now;
            if (_state.Desired.GetValueOrDefault(home.Release) != home.Instances)
            {
                Keep(_state with { Desired = _state.Desired.SetItem(home.Release, home.Instances) });
                Scale(home.Release, home.Instances);
            }
        }

        var ready = _fleet.ReadyCount(home.Release);
        var enough = now - _homewardSince < PatienceForAll ? home.Instances : 1;
        if (ready < enough)
        {
            return;
        }

        Keep(_state with
        {
            Weights = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal).Add(home.Release, 100),
            Leased = false,
        });
        Happened(new AgentEvent("traffic-home") { Release = home.Release, Epoch = _state.Epoch, Weights = _state.Weights });
        Route();
        _changes.Raise();
    }
}
