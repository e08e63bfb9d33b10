using System.Collections.Concurrent;

namespace Pipelines.Agent.Proxy;

/// <summary>Ends a request that takes too long or whose client left; taken from a pool, because every request needs one.</summary>
internal sealed class RequestLimit : CancellationTokenSource
{
    private const int MostKept = 1024;
    private static readonly ConcurrentQueue<RequestLimit> Pool = new();

    private CancellationTokenRegistration _client;
    private TimeSpan _time;

    public static RequestLimit Take(TimeSpan time, CancellationToken client)
    {
        var limit = Pool.TryDequeue(out var kept) ? kept : new RequestLimit();
        limit._time = time;
        limit._client = client.UnsafeRegister(static state => ((RequestLimit)state!).Cancel(), limit);
        limit.CancelAfter(time);
        return limit;
    }

    /// <summary>Something moved: the time starts anew.</summary>
    public void Moved() => CancelAfter(_time);

    /// <summary>The answer has begun: from here on only the client's leaving ends it, so that streams may be silent.</summary>
    public void Answered() => CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);

    public void Return()
    {
        _client.Dispose();
        _client = default;
        if (Pool.Count < MostKept && TryReset())
        {
            Pool.Enqueue(this);
        }
        else
        {
            Dispose();
        }
    }
}
