using NUnit.Framework;
using Sample.Storefront.Orders;
using Shouldly;

namespace Sample.Storefront.Tests.Orders;

public sealed class OrderBookTests
{
    [Test]
    public void The_oldest_order_makes_room_for_the_newest()
    {
        var book = new OrderBook { Capacity = 2 };

        foreach (var id in (string[])["a", "b", "c"])
        {
            book.Add(new Order(id, DateTimeOffset.UnixEpoch, [], Total: 0, Receipt: ""));
        }

        book.Find("a").ShouldBeNull();
        book.Find("b").ShouldNotBeNull();
        book.Find("c").ShouldNotBeNull();
    }
}
