using NUnit.Framework;
using Sample.Storefront.IntegrationTests.Servers;

namespace Sample.Storefront.IntegrationTests;

/// <summary>One server of each kind for all tests that leave it alive, started when the first asks and stopped at the end, also of failing tests.</summary>
[SetUpFixture]
public sealed class SharedServers
{
    private static readonly Lazy<Task<PostgresServer>> LazyPostgres = new(PostgresServer.StartAsync);
    private static readonly Lazy<Task<RedisServer>> LazyRedis = new(RedisServer.StartAsync);

    internal static Task<PostgresServer> Postgres => LazyPostgres.Value;

    internal static Task<RedisServer> Redis => LazyRedis.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await StopAsync(LazyPostgres);
        await StopAsync(LazyRedis);
    }

    private static async Task StopAsync<T>(Lazy<Task<T>> server)
        where T : IAsyncDisposable
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
