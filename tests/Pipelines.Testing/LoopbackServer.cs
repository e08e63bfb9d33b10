using System.Net;

namespace Pipelines.Testing;

/// <summary>An HTTP server on this machine that answers one request after the other as a test says.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Reads the request and closes the response.</param>
    public LoopbackServer(Func<HttpListenerContext, Task> answer)
    {
        Address = new($"http://127.0.0.1:{FreePort.Next()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    /// <summary>Its root, with a slash at the end.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // By the token: a listener that is stopped just before it is asked for the next request lets the caller wait for ever.
        await _stop.CancelAsync();
        await _serving;
        _listener.Close();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<HttpListenerContext, Task> answer)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await answer(await _listener.GetContextAsync().WaitAsync(_stop.Token));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or OperationCanceledException)
            {
                // It is stopped, or whoever asked has gone.
            }
        }
    }
}
