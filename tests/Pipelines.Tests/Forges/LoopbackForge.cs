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

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly Func<Asked, Answer> _answer;
    private readonly Task _serving;

    public LoopbackForge(Func<Asked, Answer> answer)
    {
        _answer = answer;
        Address = new($"http://127.0.0.1:{FreePort.Next()}/api");
        _listener.Prefixes.Add($"{Address.GetLeftPart(UriPartial.Authority)}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Root of its API.</summary>
    public Uri Address { get; }

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<Asked> Asked => [.. _asked];

    public SkippingTime Time { get; } = new();

    public ForgeAccess Access(string repository = "shop/cart") => new(Address, repository, new(Token)) { Time = Time };

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Serve(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // It was stopped, or whoever asked has gone.
            }
        }
    }

    private void Serve(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var asked = new Asked(context.Request.HttpMethod, context.Request.RawUrl!["/api/".Length..], reader.ReadToEnd(), name => context.Request.Headers[name]);
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
