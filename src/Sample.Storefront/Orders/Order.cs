namespace Sample.Storefront.Orders;

/// <summary>An accepted order.</summary>
/// <param name="Id">Not to be guessed.</param>
/// <param name="PlacedAt">In UTC, in whole microseconds.</param>
/// <param name="Lines">What was bought.</param>
/// <param name="Total">In euro, with two decimals.</param>
/// <param name="Receipt">Signature over all the rest, see <see cref="ReceiptSigner"/>.</param>
internal sealed record Order(string Id, DateTimeOffset PlacedAt, IReadOnlyList<OrderLine> Lines, decimal Total, string Receipt)
{
    /// <summary>Random bytes in an id.</summary>
    public const int IdBytes = 8;

    /// <summary>An id of <see cref="IdBytes"/> random bytes.</summary>
    public static string NewId(byte[] random) => Convert.ToHexStringLower(random);

    /// <summary>Whether an order could have this id; no store is asked for others.</summary>
    public static bool IsId(string text) => text.Length == 2 * IdBytes && text.All(char.IsAsciiHexDigitLower);
}
