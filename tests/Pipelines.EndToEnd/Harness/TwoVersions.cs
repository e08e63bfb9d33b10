using System.Net;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Harness;

/// <summary>A server whose every fourth answer is of version 2, and every tenth fails.</summary>
internal sealed class TwoVersions : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public TwoVersions()
    {
        _listener.Prefixes.Add(Page.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Page { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        for (var count = 0; _listener.IsListening; count++)
        {
            try
            {
                var response = (await _listener.GetContextAsync()).Response;
                response.Headers["X-Storefront-Version"] = count % 4 == 0 ? "2" : "1";
                response.StatusCode = count % 10 == 0 ? 500 : 200;
                response.Close("hello"u8.ToArray(), willBlock: false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed at the end, or the other side left.
            }
        }
    }
}
