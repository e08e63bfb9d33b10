using NUnit.Framework;
using Sample.Storefront.Orders;

namespace Sample.Storefront.IntegrationTests.Orders;

[TestFixture]
[Category("Integration")]
public sealed class OrderBookContractTests : OrderStoreContract
{
    private readonly OrderBook _book = new();

    private protected override Task<IOrderStore> StoreAsync() => Task.FromResult<IOrderStore>(_book);
}
