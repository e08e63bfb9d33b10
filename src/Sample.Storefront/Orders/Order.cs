namespace Sample.Storefront.Orders;

/// <summary>An accepted order.</summary>
/// <param name="Id">Not to be guessed.</param>
/// <param name="PlacedAt">In UTC.</param>
/// <param name="Lines">What was bought.</param>
/// <param name="Total">In euro.</param>
/// <param name="Receipt">Signature over all the rest, see <see cref="ReceiptSigner"/>.</param>
internal sealed record Order(string Id, DateTimeOffset PlacedAt, IReadOnlyList<OrderLine> Lines, decimal Total, string Receipt);
