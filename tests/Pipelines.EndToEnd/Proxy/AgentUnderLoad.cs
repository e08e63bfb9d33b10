using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Pipelines.Testing;
using Pipelines.Tools;

namespace Pipelines.EndToEnd.Proxy;

/// <summary>The agent with one service, whose one instance is an nginx that answers a few bytes.</summary>
internal sealed class AgentUnderLoad : IAsyncDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;

    private AgentUnderLoad(string socket, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        _handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                return new NetworkStream(connection, ownsSocket: true);
            },
        };
        _client = new HttpClient(_handler) { BaseAddress = new Uri("http://agent/v1/") };
    }

    public Uri Address { get; }

    public int BackendPort { get; private set; }

    public static async Task<AgentUnderLoad> StartAsync(ScratchFolder scratch, ProcessRunner runner, string nginx)
    {
        var root = scratch / "environment";
        Directory.CreateDirectory(root);
        // As it is delivered, whatever the tests ask of the runtime for themselves.
        var command = Command.Of("dotnet", Binary(), "--root", root).WithVariable("DOTNET_TieredPGO", null);
        await runner.StartDetachedAsync(command, scratch / "agent.out", CancellationToken.None);
        await UntilAsync("the agent", () => Task.FromResult(File.Exists(root / "agent.json")));
        var agent = new AgentUnderLoad(root / "agent.sock", FreePort.Next());
        await agent.ServeAsync(scratch, nginx);
        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        using var answer = await _client.PostAsync(new Uri("agent/stop?force=true", UriKind.Relative), content: null);
        await UntilAsync("the agent's end", IsGoneAsync);
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task ServeAsync(ScratchFolder scratch, string nginx)
    {
        scratch.Write("release/nginx.conf", $$"""
            worker_processes 1;
            pid {{scratch.Path}}/backend.pid;
            events { worker_connections 4096; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              server { listen 127.0.0.1:PORT; location / { default_type text/plain; return 200 "hello, world\n"; } }
            }
            """);
        var start = $"sed s/PORT/{{port}}/ nginx.conf > {scratch.Path}/backend.conf && exec {nginx} -e stderr -g 'daemon off;' -c {scratch.Path}/backend.conf";
        await SendAsync(HttpMethod.Post, "lease", """{"holder":{"user":"load","host":"elsewhere","pid":1,"processStart":0,"command":"load","run":"1"},"seconds":600}""");
        await SendAsync(HttpMethod.Put, "settings", $$"""{"port":{{Address.Port}}}""");
        await SendAsync(HttpMethod.Put, "releases/v1", new JsonObject
        {
            ["folder"] = (string)(scratch / "release"),
            ["program"] = "sh",
            ["arguments"] = new JsonArray("-c", start),
        }.ToJsonString());
        await SendAsync(HttpMethod.Put, "releases/v1/instances", """{"count":1}""");
        await UntilAsync("a ready instance", async () => (BackendPort = await ReadyPortAsync()) != 0);
        await SendAsync(HttpMethod.Put, "weights", """{"weights":{"v1":100},"settled":true}""");
    }

    private static Task UntilAsync(string what, Func<Task<bool>> done) =>
        Eventually.HoldsAsync(what, _ => done(), TimeSpan.FromSeconds(60), TimeProvider.System);

    private static string Binary()
    {
        // Built beside the tests, in the same configuration.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "Pipelines.Agent", own.Name, "Pipelines.Agent.dll");
    }

    private async Task<int> ReadyPortAsync()
    {
        var service = JsonNode.Parse(await _client.GetStringAsync(new Uri("services/load", UriKind.Relative)))!;
        var instance = service["releases"]![0]!["instances"]!.AsArray().SingleOrDefault();
        return (string?)instance?["state"] == "ready" ? (int)instance["port"]! : 0;
    }

    private async Task<bool> IsGoneAsync()
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri("agent", UriKind.Relative));
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, $"services/load/{path}") { Content = new StringContent(json) };
        request.Headers.Add("Pipelines-Epoch", 1.ToString(CultureInfo.InvariantCulture));
        using var answer = await _client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
