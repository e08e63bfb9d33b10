using System.Collections.Concurrent;

namespace Sample.Storefront.Metrics;

/// <summary>Counts and times what customers ask; operators' requests are left out, so that probes do not thin out errors.</summary>
internal sealed class RequestMetrics(TimeProvider time)
{
    private readonly ConcurrentDictionary<RequestKind, LatencyHistogram> _kinds = new();
    private long _inFlight;

    /// <summary>Requests that have no answer yet.</summary>
    public long InFlight => Interlocked.Read(ref _inFlight);

    /// <summary>All answered requests so far, in a stable order.</summary>
    public IEnumerable<(RequestKind Kind, LatencyHistogram Latency)> Kinds =>
        _kinds.Select(pair => (pair.Key, pair.Value)).OrderBy(entry => entry.Key.Route, StringComparer.Ordinal).ThenBy(entry => entry.Key.StatusClass, StringComparer.Ordinal);

    /// <summary>Middleware; stands outside of whatever sets the status.</summary>
    public async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        if (OperatorOnly.Asks(context))
        {
            await next(context);
            return;
        }

        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var start = time.GetTimestamp();
        Interlocked.Increment(ref _inFlight);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
            Add(RequestKind.Of(route, context.Response.StatusCode), time.GetElapsedTime(start));
        }
    }

    /// <summary>Adds an answered request.</summary>
    public void Add(RequestKind kind, TimeSpan duration) => _kinds.GetOrAdd(kind, static _ => new LatencyHistogram()).Add(duration);
}
