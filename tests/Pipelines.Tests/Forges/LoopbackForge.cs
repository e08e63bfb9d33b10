using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Pipelines.Forges;
using Pipelines.Testing;

namespace Pipelines.Tests.Forges;

/// <summary>A server on this machine that answers as a test says.</summary>
internal sealed class LoopbackForge : IAsyncDisposable
{
    public const string Token = "ghs_t0ken@that[nobody]sees";

    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly Func<Asked, Answer> _answer;
    private readonly LoopbackServer _server;

    public LoopbackForge(Func<Asked, Answer> answer)
    {
        _answer = answer;
        _server = new(AnswerAsync);
    }

    /// <summary>Root of its API.</summary>
    public Uri Address => new(_server.Address, "api");

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<Asked> Asked => [.. _asked];

    public SkippingTime Time { get; } = new();

    public ForgeAccess Access(string repository = "shop/cart") => new(Address, repository, new(Token)) { Time = Time };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var asked = new Asked(context.Request.HttpMethod, context.Request.RawUrl!["/api/".Length..], await reader.ReadToEndAsync(), name => context.Request.Headers[name]);
        _asked.Enqueue(asked);
        var answer = _answer(asked);
        if (answer.Status == 0)
        {
            // It begins to answer, and is gone.
            context.Response.ContentLength64 = 100;
            context.Response.OutputStream.WriteByte((byte)'{');
            context.Response.Abort();
            return;
        }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }
        context.Response.Close(Encoding.UTF8.GetBytes(answer.Body), willBlock: true);
    }
}
