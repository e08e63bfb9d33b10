using NUnit.Framework;
using Sample.Storefront.Carts;
using Sample.Storefront.Redis;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Carts;

[TestFixture]
[Category("Integration")]
public sealed class RedisCartsContractTests : CartStoreContract, IAsyncDisposable
{
    private RedisClient? _redis;

    private protected override ICartStore Carts => new RedisCarts(_redis!);

    [OneTimeSetUp]
    public async Task ConnectAsync() => _redis = new RedisClient((await SharedServers.Redis).Address, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }

    [Test]
    public async Task The_server_tells_its_version()
    {
        var version = await _redis!.ServerVersionAsync(CancellationToken.None);

        await TestContext.Out.WriteLineAsync($"note: Redis {version}");
        version.ShouldMatch(@"^\d+\.\d+");
    }

    [Test]
    public async Task A_cart_is_forgotten_two_weeks_after_its_last_change()
    {
        var id = CartId.Create();
        await AddAsync(id, "tea-tin", 1);

        var seconds = await _redis!.SendAsync(RespCommand.Of("TTL", $"storefront:cart:{id.Text}"), CancellationToken.None);

        seconds.ShouldBeOfType<RespReply.Number>().Value.ShouldBeInRange(1_209_500, 1_209_600);
    }
}
