using System.Net.Sockets;
using System.Text.Json;

namespace Pipelines.EndToEnd.Harness;

/// <summary>Asks the agent of a clone for weights: cheap enough to be asked all the time, where a <c>Status</c> is a process of its own.</summary>
internal sealed class AgentWatch : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;
    private readonly Uri _service;

    private AgentWatch(string socket, string stage)
    {
        _service = new($"http://agent/v1/services/{stage}");
        _handler = new() { ConnectCallback = (_, token) => ConnectAsync(socket, token) };
        _client = new(_handler);
    }

    public static AgentWatch Of(Clone clone, string stage)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(clone.EnvironmentRoot / "agent.json"));
        return new(file.RootElement.GetProperty("socket").GetString()!, stage);
    }

    /// <summary>Percent by digest, as the router has it now.</summary>
    public async Task<IReadOnlyDictionary<string, double>> WeightsAsync()
    {
        using var service = JsonDocument.Parse(await _client.GetStringAsync(_service));
        return service.RootElement.GetProperty("weights").EnumerateObject().ToDictionary(weight => weight.Name, weight => weight.Value.GetDouble(), StringComparer.Ordinal);
    }

    /// <summary>Running instances by digest, those without any left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> InstancesAsync()
    {
        using var service = JsonDocument.Parse(await _client.GetStringAsync(_service));
        return service.RootElement.GetProperty("releases").EnumerateArray()
            .Select(release => KeyValuePair.Create(release.GetProperty("id").GetString()!, release.GetProperty("instances").GetArrayLength()))
            .Where(release => release.Value > 0)
            .ToDictionary(StringComparer.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        _socket.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        return new NetworkStream(_socket, ownsSocket: false);
    }
}
