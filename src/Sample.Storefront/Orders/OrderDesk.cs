using System.Security.Cryptography;
using Sample.Storefront.Catalog;

namespace Sample.Storefront.Orders;

/// <summary>Turns requests into orders.</summary>
internal sealed class OrderDesk(ProductCatalog catalog, IOrderStore store, ReceiptSigner signer, TimeProvider time)
{
    /// <summary>Takes a request that has no problems.</summary>
    public async Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<OrderLine> lines = [.. request.Lines!.Select(line => line!)];
        var total = lines.Sum(line => catalog.Find(line.ProductId!)!.Price * line.Quantity);
        var order = signer.Sign(new Order(Order.NewId(RandomNumberGenerator.GetBytes(Order.IdBytes)), Now(), lines, total, Receipt: ""));
        await store.AddAsync(order, cancellationToken);
        return order;
    }

    // The receipt covers the time, and databases keep microseconds: a finer one would come back changed, and its receipt broken.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
