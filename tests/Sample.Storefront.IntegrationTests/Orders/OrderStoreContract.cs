using NUnit.Framework;
using Sample.Storefront.Orders;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Orders;

/// <summary>What every store of orders promises.</summary>
[Category("Integration")]
public abstract class OrderStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 29, 12, 0, 0, 123, 456, TimeSpan.Zero);
    private readonly ReceiptSigner _signer = new(SigningKey.Read(text: null));
    private int _last;

    private protected abstract Task<IOrderStore> StoreAsync();

    [Test]
    public async Task An_order_comes_back_as_it_was_and_its_receipt_holds()
    {
        var store = await StoreAsync();
        var order = Order(("wool-blanket", 1), ("desk-lamp", 99), ("brass-pencil", 2));

        await store.AddAsync(order, CancellationToken.None);
        var found = await store.FindAsync(order.Id, CancellationToken.None);

        found.ShouldNotBeNull();
        found.Lines.ShouldBe(order.Lines);
        (found with { Lines = order.Lines }).ShouldBe(order);
        found.Total.Scale.ShouldBe(order.Total.Scale);
        _signer.Holds(found).ShouldBeTrue();
    }

    [Test]
    public async Task An_order_that_nobody_placed_is_not_there()
    {
        var store = await StoreAsync();

        (await store.FindAsync("ffffffffffffffff", CancellationToken.None)).ShouldBeNull();
    }

    [Test]
    public async Task An_order_that_is_sent_twice_is_kept_once_as_it_was_first()
    {
        var store = await StoreAsync();
        var order = Order(("tea-tin", 1));

        await store.AddAsync(order, CancellationToken.None);
        await store.AddAsync(order with { Lines = [new("tea-tin", 50)], Total = 1 }, CancellationToken.None);

        (await store.FindAsync(order.Id, CancellationToken.None))!.Lines.ShouldBe(order.Lines);
    }

    [Test]
    public async Task Orders_of_many_customers_at_once_are_all_kept()
    {
        var store = await StoreAsync();
        var orders = Enumerable.Range(1, 100).Select(pieces => Order(("enamel-mug", pieces % 99 + 1))).ToList();

        await Task.WhenAll(orders.Select(order => store.AddAsync(order, CancellationToken.None)));
        var found = await Task.WhenAll(orders.Select(order => store.FindAsync(order.Id, CancellationToken.None)));

        found.Select(order => order!.Receipt).ShouldBe(orders.Select(order => order.Receipt));
    }

    [Test]
    public async Task Words_of_a_database_in_an_order_are_only_words()
    {
        var store = await StoreAsync();
        var order = Order(("'); drop table orders; --", 1), ("ünï😀\\\"$1", 2));

        await store.AddAsync(order, CancellationToken.None);

        (await store.FindAsync(order.Id, CancellationToken.None))!.Lines.ShouldBe(order.Lines);
    }

    private protected Order Order(params (string Product, int Quantity)[] lines) => _signer.Sign(new(
        $"{Interlocked.Increment(ref _last):x16}", Noon, [.. lines.Select(line => new OrderLine(line.Product, line.Quantity))], Total: 12.30m, Receipt: ""));
}
