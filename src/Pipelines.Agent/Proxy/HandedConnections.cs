using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Pipelines.Agent.Proxy;

/// <summary>A listener without a port: it accepts what another server hands over.</summary>
internal sealed class HandedConnections : IConnectionListenerFactory, IConnectionListener
{
    private readonly Channel<ConnectionContext> _waiting = Channel.CreateUnbounded<ConnectionContext>();

    public EndPoint EndPoint { get; private set; } = new IPEndPoint(IPAddress.Loopback, 0);

    /// <summary>Hands a connection over; ends when the connection has.</summary>
    public async Task HandAsync(ConnectionContext connection)
    {
        await using var handed = new HandedConnection(connection);
        if (_waiting.Writer.TryWrite(handed))
        {
            await handed.Completion;
        }
    }

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        EndPoint = endpoint;
        return ValueTask.FromResult<IConnectionListener>(this);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await _waiting.Reader.WaitToReadAsync(cancellationToken) && _waiting.Reader.TryRead(out var connection) ? connection : null;

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _waiting.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
