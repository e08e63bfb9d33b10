using NUnit.Framework;
using Sample.Storefront.Carts;

namespace Sample.Storefront.IntegrationTests.Carts;

[TestFixture]
[Category("Integration")]
public sealed class CartShelfContractTests : CartStoreContract
{
    private protected override ICartStore Carts { get; } = new CartShelf();
}
