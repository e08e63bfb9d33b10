namespace Pipelines.Agent.Proxy;

/// <summary>One running process as the proxy sees it: an address, its connections, its requests in flight.</summary>
internal sealed class Backend : IDisposable
{
    private long _inFlight;
    private volatile bool _leaving;
    private volatile bool _suspect;

    private readonly SocketsHttpHandler _handler = new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        EnableMultipleHttp2Connections = true,
        RequestHeaderEncodingSelector = static (_, _) => System.Text.Encoding.Latin1,
        ResponseHeaderEncodingSelector = static (_, _) => System.Text.Encoding.Latin1,
    };

    public Backend(int port)
    {
        Prefix = $"http://127.0.0.1:{port}";
        Invoker = new HttpMessageInvoker(_handler);
    }

    /// <summary>Scheme and authority; the request's target follows.</summary>
    public string Prefix { get; }

    public HttpMessageInvoker Invoker { get; }

    public long InFlight => Interlocked.Read(ref _inFlight);

    /// <summary>A connection failed: the supervisor should look again soon.</summary>
    public bool IsSuspect
    {
        get => _suspect;
        set => _suspect = value;
    }

    /// <summary>Counts a request in, unless the backend is leaving the rotation.</summary>
    public bool TryEnter()
    {
        // First counted, then looked: Leave marks first and counts then, so one of both sees the other.
        Interlocked.Increment(ref _inFlight);
        if (!_leaving)
        {
            return true;
        }

        Exit();
        return false;
    }

    public void Exit() => Interlocked.Decrement(ref _inFlight);

    public void Leave()
    {
        _leaving = true;
        Interlocked.MemoryBarrier();
    }

    public void Dispose()
    {
        Invoker.Dispose();
        _handler.Dispose();
    }
}
