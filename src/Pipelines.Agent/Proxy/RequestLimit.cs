using System.Collections.Concurrent;

namespace Pipelines.Agent.Proxy;

/// <summary>Ends a request that takes too long or whose client left; disposing gives it back to a pool, because every request needs one.</summary>
internal sealed class RequestLimit : IDisposable
{
    private const int MostKept = 1024;
    private static readonly ConcurrentQueue<RequestLimit> Pool = new();

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _client;
    private TimeSpan _time;

    private RequestLimit()
    {
    }

    public CancellationToken Token => _source.Token;

    public static RequestLimit Take(TimeSpan time, CancellationToken client)
    {
        var limit = Pool.TryDequeue(out var kept) ? kept : new RequestLimit();
        limit._time = time;
        limit._client = client.UnsafeRegister(static state => ((RequestLimit)state!)._source.Cancel(), limit);
        limit._source.CancelAfter(time);
        return limit;
    }

    /// <summary>Something moved: the time starts anew.</summary>
    public void Moved() => _source.CancelAfter(_time);

    /// <summary>The answer has begun: from here on only the client's leaving ends it, so that streams may be silent.</summary>
    public void Answered() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _client.Dispose();
        _client = default;
        if (Pool.Count < MostKept && _source.TryReset())
        {
            Pool.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }
}
