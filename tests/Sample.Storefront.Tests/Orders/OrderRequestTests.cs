using NUnit.Framework;
using Sample.Storefront.Catalog;
using Sample.Storefront.Orders;
using Shouldly;

namespace Sample.Storefront.Tests.Orders;

public sealed class OrderRequestTests
{
    private static readonly ProductCatalog Catalog = new();

    [Test]
    public void A_good_order_has_no_problems()
    {
        new OrderRequest([new("desk-lamp", 1), new("tea-tin", 99)]).Problems(Catalog).ShouldBeEmpty();
    }

    [Test]
    public void Every_bad_line_is_named_with_its_field()
    {
        var problems = new OrderRequest([new("desk-lamp", 0), new("desk-lamp", 1), new("yacht", 100), null]).Problems(Catalog);

        problems.Keys.ShouldBe(
            ["lines[0].quantity", "lines[1].productId", "lines[2].productId", "lines[2].quantity", "lines[3].productId", "lines[3].quantity"]);
    }

    [Test]
    public void An_order_of_nothing_or_of_too_much_is_refused()
    {
        new OrderRequest(Lines: null).Problems(Catalog).ShouldContainKey("lines");
        new OrderRequest([]).Problems(Catalog).ShouldContainKey("lines");
        new OrderRequest([.. Enumerable.Repeat(new OrderLine("desk-lamp", 1), 51)]).Problems(Catalog).ShouldContainKey("lines");
    }
}
