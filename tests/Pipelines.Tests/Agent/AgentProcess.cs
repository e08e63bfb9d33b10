using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipelines.Agent.Supervision;

namespace Pipelines.Tests.Agent;

/// <summary>A real agent in its own process, told over its real socket.</summary>
internal sealed class AgentProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;

    private AgentProcess(string root, int pid)
    {
        Root = root;
        Pid = pid;
        _handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(root, "agent.sock")), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _client = new HttpClient(_handler) { BaseAddress = new Uri("http://agent") };
    }

    public string Root { get; }

    public int Pid { get; }

    public long Epoch { get; set; }

    public static async Task<AgentProcess> StartAsync(string root)
    {
        // Without pipes, as the delivery starts it: whoever started the agent may die.
        var binary = Path.Combine(AppContext.BaseDirectory, "Pipelines.Agent.dll");
        string[] environment = [$"PATH={Environment.GetEnvironmentVariable("PATH")}", $"HOME={root}"];
        var (pid, _) = Spawn.Start("dotnet", [binary, "--root", root], environment, Path.GetTempPath(), Path.Combine(root, "agent.out"));
        var agent = new AgentProcess(root, pid);
        await UntilAsync(() => Task.FromResult(PidOf(Path.Combine(root, "agent.json")) == pid), "the agent is ready");
        return agent;
    }

    private static int? PidOf(string file) => File.Exists(file) ? (int)JsonNode.Parse(File.ReadAllText(file))!["pid"]! : null;

    public static async Task UntilAsync(Func<Task<bool>> done, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await done())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Waited {Patience} in vain until {what}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public async Task<(int Status, JsonNode? Body)> SendAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Pipelines-Epoch", $"{Epoch}");
        request.Content = json is null ? null : new StringContent(json);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    public async Task AcquireAsync(double seconds)
    {
        var (_, body) = await SendAsync("POST", "/v1/services/shop/lease", $$"""
            {"holder":{"user":"test","host":"elsewhere","pid":1,"processStart":0,"command":"Deploy","run":"1"},"seconds":{{seconds}}}
            """);
        Epoch = (long)body!["epoch"]!;
    }

    public Task<(int Status, JsonNode? Body)> AddAsync(string release, string folder, string program, params string[] arguments) => SendAsync(
        "PUT",
        $"/v1/services/shop/releases/{release}",
        $$"""
        {"folder":"{{folder}}","program":"{{program}}","arguments":{{JsonSerializer.Serialize(arguments)}},"environment":{"TOKEN":"s3cret"},
         "readyPath":"/metrics","startSeconds":20,"drainSeconds":5,"stopSeconds":5}
        """);

    public Task ScaleAsync(string release, int count) =>
        SendAsync("PUT", $"/v1/services/shop/releases/{release}/instances", $$"""{"count":{{count}}}""");

    public async Task<JsonNode> ReleaseAsync(string release)
    {
        var (_, body) = await SendAsync("GET", "/v1/services/shop");
        return body!["releases"]!.AsArray().Single(one => (string)one!["id"]! == release)!;
    }

    public Task UntilReadyAsync(string release, int count) =>
        UntilAsync(async () => (int)(await ReleaseAsync(release))["ready"]! == count, $"{count} instances of {release} are ready");

    public async Task<int[]> PidsAsync(string release) =>
        [.. (await ReleaseAsync(release))["instances"]!.AsArray().Select(instance => (int)instance!["pid"]!)];

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        Libc.Signal(Pid, Libc.Kill);
        await UntilGoneAsync();
    }

    public Task UntilGoneAsync() => UntilAsync(() => Task.FromResult(Libc.Reap(Pid) is not null), "the agent is gone");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _handler.Dispose();
        if (Libc.Reap(Pid) is null)
        {
            Libc.Signal(Pid, Libc.Terminate);
            await UntilGoneAsync();
        }
    }
}
