using System.Security.Cryptography;
using Sample.Storefront.Catalog;

namespace Sample.Storefront.Orders;

/// <summary>Turns requests into orders.</summary>
internal sealed class OrderDesk(ProductCatalog catalog, OrderBook book, ReceiptSigner signer, TimeProvider time)
{
    /// <summary>Takes a request that has no problems.</summary>
    public Order Place(OrderRequest request)
    {
        IReadOnlyList<OrderLine> lines = [.. request.Lines!.Select(line => line!)];
        var total = lines.Sum(line => catalog.Find(line.ProductId!)!.Price * line.Quantity);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var order = signer.Sign(new Order(id, time.GetUtcNow(), lines, total, Receipt: ""));
        book.Add(order);
        return order;
    }
}
