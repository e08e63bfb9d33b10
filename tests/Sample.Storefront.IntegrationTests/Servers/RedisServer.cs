using System.Globalization;
using Pipelines.Testing;
using Pipelines.Tools;
using Sample.Storefront.Redis;

namespace Sample.Storefront.IntegrationTests.Servers;

/// <summary>Redis: the one that <c>REDIS_HOST</c> names, as a service of a CI job is, else the distribution's, started here.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly ScratchFolder? _scratch;

    private RedisServer(RedisAddress address, ScratchFolder? scratch, OwnServer? own)
    {
        Address = address;
        _scratch = scratch;
        Own = own;
    }

    public RedisAddress Address { get; }

    /// <summary>The server's process; null when it is not ours to kill.</summary>
    public OwnServer? Own { get; }

    public static async Task<RedisServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("REDIS_HOST") is { Length: > 0 } host)
        {
            var port = Environment.GetEnvironmentVariable("REDIS_PORT") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 6379;
            return new(new(host, port, User: null, Environment.GetEnvironmentVariable("REDIS_PASSWORD"), Database: 0), scratch: null, own: null);
        }

        var program = Needs.Program("redis-server", package: "redis-server");
        var address = new RedisAddress("127.0.0.1", FreePort.Next(), User: null, "only-on-this-machine", Database: 3);
        var scratch = new ScratchFolder();
        var own = new OwnServer(
            scratch.Path,
            Command.Of(program, "--port", $"{address.Port}", "--bind", "127.0.0.1", "--dir", scratch.Path, "--save", "", "--appendonly", "yes", "--requirepass", address.Password!),
            "ready to accept connections");
        try
        {
            await own.StartAsync();
            return new(address, scratch, own);
        }
        catch
        {
            await own.DisposeAsync();
            scratch.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Own is not null)
        {
            await Own.DisposeAsync();
        }

        _scratch?.Dispose();
    }
}
