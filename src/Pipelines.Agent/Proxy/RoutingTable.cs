using System.Collections.Immutable;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Proxy;

/// <summary>Where requests go, at one moment; replaced as a whole.</summary>
internal sealed class RoutingTable
{
    private readonly ImmutableArray<ReleaseRoute> _weighted;
    private readonly ImmutableArray<(HeaderMatch Match, ReleaseRoute Route)> _matches;
    private readonly WeightedSequence _sequence;

    /// <param name="routes">Of each release known, ready or not.</param>
    public RoutingTable(ImmutableArray<ReleaseRoute> routes, ServiceSettings settings)
    {
        _weighted = [.. routes.Where(route => route.Units > 0 && route.IsReady)];
        _sequence = new WeightedSequence([.. _weighted.Select(route => route.Units)]);
        _matches =
        [
            .. from match in settings.Matches
               from route in routes
               where route.Release == match.Release && route.IsReady
               select (match, route),
        ];
        StickyCookie = settings.StickyCookie;
        Timeout = TimeSpan.FromSeconds(settings.RequestTimeoutSeconds);
    }

    public static RoutingTable Empty { get; } = new([], new ServiceSettings { Port = 0 });

    public string? StickyCookie { get; }

    public TimeSpan Timeout { get; }

    /// <summary>A header decides before a cookie, a cookie before the weights.</summary>
    /// <param name="number">Drawn once per request that the weights decide.</param>
    /// <returns>Null when nothing with weight is ready; sticky when the client should be told to come back to it.</returns>
    public (ReleaseRoute? Route, bool Sticky) Choose(HttpRequest request, ref long number)
    {
        foreach (var (match, route) in _matches)
        {
            if (request.Headers.TryGetValue(match.Header, out var value) && string.Equals(value, match.Value, StringComparison.Ordinal))
            {
                return (route, false);
            }
        }

        if (StickyCookie is not null && request.Cookies.TryGetValue(StickyCookie, out var cookie))
        {
            foreach (var route in _weighted)
            {
                if (string.Equals(route.CookieValue, cookie, StringComparison.Ordinal))
                {
                    return (route, false);
                }
            }
        }

        return _weighted.Length switch
        {
            0 => (null, false),
            1 => (_weighted[0], StickyCookie is not null),
            _ => (_weighted[_sequence.Pick(Interlocked.Increment(ref number))], StickyCookie is not null),
        };
    }

    /// <summary>A backend of the chosen release or, when none of it can be reached, of another one with weight.</summary>
    public (ReleaseRoute Route, Backend Backend)? Enter(ReleaseRoute chosen, HashSet<Backend>? failed)
    {
        if (chosen.Enter(failed) is { } own)
        {
            return (chosen, own);
        }

        foreach (var route in _weighted)
        {
            if (route != chosen && route.Enter(failed) is { } other)
            {
                return (route, other);
            }
        }

        return null;
    }
}
