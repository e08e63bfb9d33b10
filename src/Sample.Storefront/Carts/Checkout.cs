using Sample.Storefront.Catalog;
using Sample.Storefront.Orders;

namespace Sample.Storefront.Carts;

/// <summary>Makes an order of a cart.</summary>
internal sealed class Checkout(ICartStore carts, OrderDesk desk, ProductCatalog catalog)
{
    /// <summary>Orders the cart and empties it.</summary>
    /// <returns>Null when there is nothing to order.</returns>
    public async Task<Order?> OrderAsync(CartId id, CancellationToken cancellationToken)
    {
        // Taken before it is ordered: a process that dies in between loses a cart, which is filled again, and orders nothing twice.
        var cart = await carts.TakeAsync(id, cancellationToken);
        var request = new OrderRequest([.. cart.Lines.Where(line => catalog.Find(line.ProductId!) is not null)]);
        if (request.Problems(catalog).Count > 0)
        {
            return null;
        }

        try
        {
            return await desk.PlaceAsync(request, cancellationToken);
        }
        catch
        {
            // Also when the customer went away, so it is not cancelled; the store has limits of its own. An order that was
            // kept though the store's answer got lost shows its cart again, too: the customer decides, as nobody else knows.
            await carts.AddAsync(id, cart, CancellationToken.None);
            throw;
        }
    }
}
