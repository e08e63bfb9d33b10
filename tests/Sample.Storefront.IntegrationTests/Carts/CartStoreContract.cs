using NUnit.Framework;
using Sample.Storefront.Carts;
using Sample.Storefront.Orders;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Carts;

/// <summary>What every store of carts promises.</summary>
[Category("Integration")]
public abstract class CartStoreContract
{
    private protected abstract ICartStore Carts { get; }

    [Test]
    public async Task A_cart_has_what_was_put_into_it_and_no_other_cart_has()
    {
        var id = CartId.Create();

        await AddAsync(id, "tea-tin", 1);
        await AddAsync(id, "desk-lamp", 2);
        await AddAsync(id, "tea-tin", 3);

        (await ReadAsync(id)).ShouldBe([new("desk-lamp", 2), new("tea-tin", 4)]);
        (await ReadAsync(CartId.Create())).ShouldBeEmpty();
    }

    [Test]
    public async Task Nothing_is_lost_of_what_two_windows_add_at_once()
    {
        var id = CartId.Create();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AddAsync(id, "enamel-mug", 1)));

        (await ReadAsync(id)).ShouldBe([new("enamel-mug", 50)]);
    }

    [Test]
    public async Task More_pieces_than_an_order_takes_are_not_added()
    {
        var id = CartId.Create();

        await AddAsync(id, "tea-tin", 98);
        await AddAsync(id, "tea-tin", 5);
        await AddAsync(id, "tea-tin", 5);

        (await ReadAsync(id)).ShouldBe([new("tea-tin", 99)]);
    }

    [Test]
    public async Task A_product_can_be_put_back()
    {
        var id = CartId.Create();
        await AddAsync(id, "tea-tin", 2);
        await AddAsync(id, "desk-lamp", 1);

        await Carts.RemoveAsync(id, "tea-tin", CancellationToken.None);
        await Carts.RemoveAsync(id, "yacht", CancellationToken.None);

        (await ReadAsync(id)).ShouldBe([new("desk-lamp", 1)]);
    }

    [Test]
    public async Task Of_many_who_take_a_cart_at_once_one_gets_it()
    {
        var id = CartId.Create();
        await AddAsync(id, "tea-tin", 2);

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Carts.TakeAsync(id, CancellationToken.None)));

        taken.Where(cart => cart.Lines.Length > 0).ShouldHaveSingleItem().Lines.ShouldBe([new("tea-tin", 2)]);
        (await ReadAsync(id)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_cart_that_was_taken_can_be_filled_again()
    {
        var id = CartId.Create();
        await AddAsync(id, "tea-tin", 2);
        await Carts.TakeAsync(id, CancellationToken.None);

        await AddAsync(id, "ünï😀 \r\n$5", 1);

        (await ReadAsync(id)).ShouldBe([new("ünï😀 \r\n$5", 1)]);
    }

    private protected async Task<IEnumerable<OrderLine>> ReadAsync(CartId id) => (await Carts.ReadAsync(id, CancellationToken.None)).Lines;

    private protected Task AddAsync(CartId id, string product, int pieces) => Carts.AddAsync(id, Cart.Of([KeyValuePair.Create(product, pieces)]), CancellationToken.None);
}
