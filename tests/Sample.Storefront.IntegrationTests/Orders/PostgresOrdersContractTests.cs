using NUnit.Framework;
using Sample.Storefront.Orders;
using Sample.Storefront.Orders.Postgres;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Orders;

[TestFixture]
[Category("Integration")]
public sealed class PostgresOrdersContractTests : OrderStoreContract, IAsyncDisposable
{
    private PostgresOrders? _orders;

    [OneTimeSetUp]
    public async Task ConnectAsync() => _orders = new PostgresOrders(await (await SharedServers.Postgres).CreateDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        if (_orders is not null)
        {
            await _orders.DisposeAsync();
        }
    }

    [Test]
    public async Task The_server_tells_its_version()
    {
        var version = await _orders!.ServerVersionAsync(CancellationToken.None);

        await TestContext.Out.WriteLineAsync($"note: PostgreSQL {version}");
        version.ShouldMatch(@"^\d+\.\d+");
    }

    private protected override Task<IOrderStore> StoreAsync() => Task.FromResult<IOrderStore>(_orders!);
}
