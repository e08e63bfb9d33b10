using System.Collections.Immutable;
using System.Net;
using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;

namespace Pipelines.Agent;

/// <summary>Where the service listens and how its requests are shared.</summary>
internal sealed partial class Service
{
    public async Task ConfigureAsync(long epoch, ServiceSettings settings, CancellationToken cancellationToken)
    {
        Refuse(settings.Problems());
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Fence(epoch);
            var before = _state.Settings;
            if (_listener is null || before?.Port != settings.Port || before.Host != settings.Host)
            {
                await ListenAsync(settings, cancellationToken);
            }

            Keep(_state with { Settings = settings });
            Changed();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <param name="settled">False: the weights hold only as long as the lease.</param>
    public Task WeighAsync(long epoch, IReadOnlyDictionary<string, decimal> weights, bool settled, CancellationToken cancellationToken) => ChangeAsync(
        epoch,
        state =>
        {
            Refuse(WeightProblems(weights));
            if (weights.Where(weight => weight.Value > 0).Select(weight => weight.Key).FirstOrDefault(release => _fleet.ReadyCount(release) == 0) is { } idle)
            {
                throw new RefusedException(
                    StatusCodes.Status409Conflict,
                    $"Release '{idle}' has no ready instance, so it cannot take {weights[idle]} % of the requests; start instances and wait until they are ready.");
            }

            return state with
            {
                Weights = weights.Where(weight => weight.Value > 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
                Leased = !settled,
            };
        },
        state => state,
        cancellationToken);

    public Task SetHomeAsync(long epoch, Home home, CancellationToken cancellationToken) => ChangeAsync(
        epoch,
        state =>
        {
            Known(home.Release);
            Count(home.Instances, 1);
            return state with { Home = home };
        },
        state => state,
        cancellationToken);

    private async Task ListenAsync(ServiceSettings settings, CancellationToken cancellationToken)
    {
        ProxyListener listener;
        try
        {
            listener = await ProxyListener.StartAsync(IPAddress.Parse(settings.Host), settings.Port, new ProxyApplication(_forwarder, Complain), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                StatusCodes.Status409Conflict,
                $"Port {settings.Port} on {settings.Host} cannot be used for service '{Name}': {failure.InnerException?.Message ?? failure.Message}. Stop what listens there, or choose another port.");
        }

        var before = _listener;
        _listener = listener;
        if (before is not null)
        {
            await before.DisposeAsync();
        }
    }

    private IEnumerable<string> WeightProblems(IReadOnlyDictionary<string, decimal> weights)
    {
        var sum = weights.Values.Sum();
        if (weights.Count > 0 && sum != 100)
        {
            yield return $"The weights sum up to {sum} %; they must give 100, or name no release so that nothing is served.";
        }

        foreach (var (release, percent) in weights)
        {
            if (percent is < 0 or > 100 || decimal.Truncate(percent * 100) != percent * 100)
            {
                yield return $"Weight {percent} % of release '{release}' cannot be kept; use 0 to 100 in steps of 0.01.";
            }

            if (_copies.Find(release) is null)
            {
                yield return Unknown(release);
            }
        }
    }

    private void Complain(Exception failure) => _tools.Log.Write($"Service '{Name}' could not answer a request: {failure}");

    private void Known(string release)
    {
        if (_copies.Find(release) is null)
        {
            throw new RefusedException(StatusCodes.Status404NotFound, Unknown(release));
        }
    }

    private string Unknown(string release) =>
        $"Service '{Name}' has no release '{release}'. Known: {string.Join(", ", _copies.Ids.DefaultIfEmpty("none"))}.";

    private static void Count(int count, int least)
    {
        if (count < least || count > 100)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, $"{count} instances are out of range; use {least} to 100.");
        }
    }

    private static void Refuse(IEnumerable<string> problems)
    {
        var all = string.Join(' ', problems);
        if (all.Length > 0)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, all);
        }
    }
}
