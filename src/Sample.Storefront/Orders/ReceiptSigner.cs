using System.Globalization;

namespace Sample.Storefront.Orders;

/// <summary>Signs orders, so that nobody can change one afterwards.</summary>
internal sealed class ReceiptSigner(SigningKey key)
{
    /// <summary>The order with its receipt.</summary>
    public Order Sign(Order order) => order with { Receipt = key.Sign(Text(order)) };

    /// <summary>Whether the receipt belongs to the order.</summary>
    public bool Holds(Order order) => string.Equals(order.Receipt, key.Sign(Text(order)), StringComparison.Ordinal);

    // A product name has no line break, so two different orders never give the same text.
    private static string Text(Order order) => string.Join('\n',
    [
        order.Id,
        order.PlacedAt.ToString("O", CultureInfo.InvariantCulture),
        order.Total.ToString("0.00", CultureInfo.InvariantCulture),
        .. order.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} {line.ProductId}")),
    ]);
}
