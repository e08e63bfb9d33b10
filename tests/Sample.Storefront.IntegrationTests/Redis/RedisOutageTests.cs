using NUnit.Framework;
using Pipelines.Testing;
using Sample.Storefront.IntegrationTests.Servers;
using Sample.Storefront.Redis;
using Sample.Storefront.Tests;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Redis;

/// <summary>A server of its own, which suffers.</summary>
[Category("Integration")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RedisOutageTests : IAsyncDisposable
{
    private RedisServer? _server;
    private RedisClient? _redis;

    [SetUp]
    public async Task ConnectAsync()
    {
        _server = await RedisServer.StartAsync();
        Assume.That(_server.Own, Is.Not.Null, "the server of REDIS_HOST is not ours to kill");
        _redis = new RedisClient(_server.Address, TimeProvider.System) { Limit = TimeSpan.FromSeconds(1), Pause = TimeSpan.Zero };
        await _redis.SendAsync(RespCommand.Of("SET", "kept", "yes"), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Test]
    public async Task A_server_that_is_killed_fails_what_waits_at_once_and_is_found_again_when_it_is_back()
    {
        await _server!.Own!.FreezeAsync();
        var waiting = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => GetAsync()));
        await _server.Own.KillAsync();

        var lost = await Should.ThrowAsync<RedisException>(() => waiting);
        var refused = await Should.ThrowAsync<RedisException>(GetAsync);
        await _server.Own.StartAsync();
        var found = await Eventually.GetAsync("an answer", async _ => await GetOrNullAsync(), TimeSpan.FromSeconds(20), TimeProvider.System);

        lost.Message.ShouldMatch("Closed the connection|reset by peer");
        refused.Message.ShouldContain("refused", Case.Insensitive);
        found.Text.ShouldBe("yes");
    }

    [Test]
    public async Task A_server_that_hangs_is_given_up_after_the_limit_and_used_again_when_it_goes_on()
    {
        await _server!.Own!.FreezeAsync();

        var late = await Should.ThrowAsync<RedisException>(GetAsync);
        var stillLate = await Should.ThrowAsync<RedisException>(GetAsync);
        await _server.Own.ThawAsync();

        late.Message.ShouldBe("Did not answer within 1 s.");
        stillLate.Message.ShouldBe("Did not answer within 1 s.");
        (await Eventually.GetAsync("an answer", async _ => await GetOrNullAsync(), TimeSpan.FromSeconds(20), TimeProvider.System)).Text.ShouldBe("yes");
    }

    [Test]
    public async Task While_the_server_is_away_only_one_request_in_a_while_asks_for_it()
    {
        var time = new ManualTime();
        await using var redis = new RedisClient(_server!.Address, time);
        await _server.Own!.KillAsync();
        await Should.ThrowAsync<RedisException>(() => redis.SendAsync(RespCommand.Of("PING"), CancellationToken.None));
        await _server.Own.StartAsync();

        await Should.ThrowAsync<RedisException>(() => redis.SendAsync(RespCommand.Of("PING"), CancellationToken.None));
        time.Advance(redis.Pause);

        (await redis.SendAsync(RespCommand.Of("PING"), CancellationToken.None)).ShouldBe(new RespReply.Line("PONG"));
    }

    private async Task<RespReply.Bulk> GetAsync() => (RespReply.Bulk)await _redis!.SendAsync(RespCommand.Of("GET", "kept"), CancellationToken.None);

    private async Task<RespReply.Bulk?> GetOrNullAsync()
    {
        try
        {
            return await GetAsync();
        }
        catch (RedisException)
        {
            return null;
        }
    }
}
