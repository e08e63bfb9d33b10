using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pipelines.Agent.Proxy;

/// <summary>
/// One plain-text port that speaks HTTP/1.1 and HTTP/2. Kestrel decides per port which of both when there is no TLS,
/// so connections that open with the HTTP/2 preface are handed to a second server without a port.
/// </summary>
internal sealed class ProxyListener : IAsyncDisposable
{
    private readonly HandedConnections _handed = new();
    private readonly KestrelServer _first;
    private readonly KestrelServer _second;

    private ProxyListener(IPAddress address, int port)
    {
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _first = Server(transport, options => options.Listen(address, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => PriorKnowledge.SortAsync(connection, next, _handed));
        }));
        _second = Server(_handed, options => options.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http2));
    }

    /// <exception cref="AddressInUseException">The port is taken.</exception>
    public static async Task<ProxyListener> StartAsync(
        IPAddress address, int port, ProxyApplication application, CancellationToken cancellationToken)
    {
        var listener = new ProxyListener(address, port);
        try
        {
            await listener._second.StartAsync(application, cancellationToken);
            await listener._first.StartAsync(application, cancellationToken);
            return listener;
        }
        catch (IOException)
        {
            await listener.DisposeAsync();
            throw;
        }
    }

    /// <summary>Accepts no more and lets what is in flight finish, for at most 5 seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await Task.WhenAll(_first.StopAsync(limit.Token), _second.StopAsync(limit.Token));
        _first.Dispose();
        _second.Dispose();
        await _handed.DisposeAsync();
    }

    private static KestrelServer Server(IConnectionListenerFactory transport, Action<KestrelServerOptions> listen)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            RequestHeaderEncodingSelector = static _ => System.Text.Encoding.Latin1,
            ResponseHeaderEncodingSelector = static _ => System.Text.Encoding.Latin1,
            ApplicationServices = new NoServices(),
        };
        // Size and pace of bodies are between client and backend.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        listen(options);
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
