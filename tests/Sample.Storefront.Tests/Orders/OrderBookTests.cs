using NUnit.Framework;
using Sample.Storefront.Orders;
using Shouldly;

namespace Sample.Storefront.Tests.Orders;

public sealed class OrderBookTests
{
    [Test]
    public async Task The_oldest_order_makes_room_for_the_newest()
    {
        var book = new OrderBook { Capacity = 2 };

        foreach (var id in (string[])["a", "b", "c"])
        {
            await book.AddAsync(new Order(id, DateTimeOffset.UnixEpoch, [], Total: 0, Receipt: ""), CancellationToken.None);
        }

        (await book.FindAsync("a", CancellationToken.None)).ShouldBeNull();
        (await book.FindAsync("b", CancellationToken.None)).ShouldNotBeNull();
        (await book.FindAsync("c", CancellationToken.None)).ShouldNotBeNull();
    }
}
