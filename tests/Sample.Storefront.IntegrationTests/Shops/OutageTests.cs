using System.Net;
using NUnit.Framework;
using Pipelines.Testing;
using Sample.Storefront.IntegrationTests.Servers;
using Sample.Storefront.Tests;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Shops;

/// <summary>Servers of its own, which are killed under the running service.</summary>
[Category("Integration")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OutageTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private PostgresServer? _postgres;
    private RedisServer? _redis;
    private RunningShop? _shop;

    [SetUp]
    public async Task StartAsync()
    {
        _postgres = await PostgresServer.StartAsync();
        _redis = await RedisServer.StartAsync();
        Assume.That(_postgres.Own is not null && _redis.Own is not null, "servers of the environment are not ours to kill");
        _shop = await StoredShop.StartAsync(await _postgres.CreateDatabaseAsync(), _redis.Address);
        (await _shop.GetStringAsync("/health/ready")).ShouldBe("ready");
    }

    public async ValueTask DisposeAsync()
    {
        // Servers stop even where the service cannot.
        await using (_postgres)
        await using (_redis)
        await using (_shop)
        {
        }
    }

    [Test]
    public async Task Without_the_database_the_service_says_so_and_goes_on_by_itself_when_it_is_back()
    {
        var shop = _shop!;
        using var kept = await OrderAsync();
        await _postgres!.Own!.KillAsync();

        using var ready = await shop.GetAsync("/health/ready");
        using var refused = await OrderAsync();
        using var page = await shop.GetAsync("/");
        await _postgres.Own.StartAsync();
        await Eventually.HoldsAsync("readiness", async _ => (await IsReadyAsync()) == HttpStatusCode.OK, Patience, TimeProvider.System);
        using var again = await OrderAsync();

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var obstacle = await ready.Content.ReadAsStringAsync();
        obstacle.ShouldMatch("^orders: PostgreSQL at 127.0.0.1:[0-9]+, database storefront_[0-9_]+ cannot be used: .*refused");
        obstacle.ShouldNotContain("only on this machine");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.ToString().ShouldBe("1");
        (await refused.Content.ReadAsStringAsync()).ShouldNotContain("PostgreSQL");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await shop.GetAsync(kept.Headers.Location!.OriginalString)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Without_the_carts_customers_look_around_and_find_their_cart_again_when_it_is_back()
    {
        var shop = _shop!;
        await shop.ReadAfterAsync("/cart", "desk-lamp");
        await _redis!.Own!.KillAsync();

        using var ready = await shop.GetAsync("/health/ready");
        var page = await shop.GetStringAsync("/");
        using var refused = await shop.PressAsync("/cart", "desk-lamp");
        await _redis.Own.StartAsync();
        await Eventually.HoldsAsync("readiness", async _ => (await IsReadyAsync()) == HttpStatusCode.OK, Patience, TimeProvider.System);

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldMatch("^carts: Redis at 127.0.0.1:[0-9]+, database 3 cannot be used: ");
        page.ShouldContain("Your cart cannot be reached at the moment.");
        page.ShouldContain("Desk lamp");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await shop.GetStringAsync("/")).ShouldContain("1 × Desk lamp");
    }

    [Test]
    public async Task A_cart_whose_order_could_not_be_kept_is_still_there()
    {
        var shop = _shop!;
        await shop.ReadAfterAsync("/cart", "desk-lamp");
        await _postgres!.Own!.StopAsync();

        using var refused = await shop.PressAsync("/cart/order");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await shop.GetStringAsync("/")).ShouldContain("1 × Desk lamp");
    }

    [Test]
    public async Task A_service_that_starts_before_its_database_becomes_ready_with_it()
    {
        var place = await _postgres!.CreateDatabaseAsync();
        await _postgres.Own!.KillAsync();
        await using var early = await StoredShop.StartAsync(place, _redis!.Address);
        using var before = await early.GetAsync("/health/ready");

        await _postgres.Own.StartAsync();
        await Eventually.HoldsAsync("readiness", async _ => (await early.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, Patience, TimeProvider.System);

        before.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private Task<HttpResponseMessage> OrderAsync() => _shop!.PostAsync("/api/orders", """{ "lines": [{ "productId": "desk-lamp", "quantity": 1 }] }""");

    private async Task<HttpStatusCode> IsReadyAsync() => (await _shop!.GetAsync("/health/ready")).StatusCode;
}
