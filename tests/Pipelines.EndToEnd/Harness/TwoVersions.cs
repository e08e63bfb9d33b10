using System.Net;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Harness;

/// <summary>A server whose every fourth answer is of version 2, and every tenth fails.</summary>
internal sealed class TwoVersions : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private int _count;

    public TwoVersions() => _server = new(AnswerAsync);

    public Uri Page => _server.Address;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpListenerContext context)
    {
        context.Response.Headers["X-Storefront-Version"] = _count % 4 == 0 ? "2" : "1";
        context.Response.StatusCode = _count % 10 == 0 ? 500 : 200;
        _count++;
        context.Response.Close("hello"u8.ToArray(), willBlock: false);
        return Task.CompletedTask;
    }
}
