using System.Net;
using Npgsql;
using NUnit.Framework;
using Pipelines.Testing;
using Sample.Storefront.Orders.Postgres;
using Sample.Storefront.Redis;
using Sample.Storefront.Tests;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Shops;

[Category("Integration")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SharedStoresTests
{
    private const string Lamp = """{ "lines": [{ "productId": "desk-lamp", "quantity": 2 }] }""";
    private PostgresPlace? _orders;
    private RedisAddress? _carts;

    [SetUp]
    public async Task FindStoresAsync()
    {
        _orders = await (await SharedServers.Postgres).CreateDatabaseAsync();
        _carts = (await SharedServers.Redis).Address;
    }

    [Test]
    public async Task An_order_of_one_instance_is_found_by_another_and_after_a_restart()
    {
        string location;
        string body;
        await using (var first = await StartAsync())
        {
            await using var second = await StartAsync();
            using var created = await first.PostAsync("/api/orders", Lamp);
            created.StatusCode.ShouldBe(HttpStatusCode.Created);
            body = await created.Content.ReadAsStringAsync();
            location = created.Headers.Location!.OriginalString;
            (await second.GetStringAsync(location)).ShouldBe(body);
        }

        await using var later = await StartAsync();
        (await later.GetStringAsync(location)).ShouldBe(body);
    }

    [Test]
    public async Task A_customer_fills_a_cart_and_orders_it_at_whatever_instance_answers()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        (await first.ReadAfterAsync("/cart", "desk-lamp")).ShouldContain("1 × Desk lamp");
        await first.ReadAfterAsync("/cart", "tea-tin");
        // The same browser, as cookies do not know ports, sent to the other instance.
        var page = await first.Client.GetStringAsync(second.Client.BaseAddress);
        var receipt = await first.ReadAfterAsync("/cart/order");

        page.ShouldContain("1 × Tea tin");
        page.ShouldContain("Order for € 105.50");
        receipt.ShouldContain("Thank you");
        receipt.ShouldContain("€ 105.50");
        (await first.Client.GetStringAsync(second.Client.BaseAddress)).ShouldNotContain("Your cart");
    }

    [Test]
    public async Task Instances_that_start_at_once_on_an_empty_database_all_become_ready()
    {
        var shops = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));
        try
        {
            (await Task.WhenAll(shops.Select(shop => shop.GetStringAsync("/health/ready")))).ShouldAllBe(answer => answer == "ready");
        }
        finally
        {
            foreach (var shop in shops)
            {
                await shop.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task An_order_in_flight_is_kept_and_answered_when_the_service_stops()
    {
        await using var shop = await StartAsync();
        (await shop.GetStringAsync("/health/ready")).ShouldBe("ready");
        await using var source = NpgsqlDataSource.Create(_orders!.ConnectionString);
        await using var blocker = await source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await ExecuteAsync(blocker, "lock table orders in exclusive mode");

        var placing = shop.PostAsync("/api/orders", Lamp);
        await Eventually.HoldsAsync("the order waits for the table", async _ => await CountAsync(source, "select count(*) from pg_locks where not granted") > 0, TimeSpan.FromSeconds(20), TimeProvider.System);
        var stopping = shop.StopAsync();
        await transaction.RollbackAsync();
        using var created = await placing;
        await stopping;

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await CountAsync(source, "select count(*) from orders")).ShouldBe(1);
    }

    private Task<RunningShop> StartAsync() => StoredShop.StartAsync(_orders!, _carts!);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(statement) } };
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string query)
    {
        await using var command = source.CreateCommand(query);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
