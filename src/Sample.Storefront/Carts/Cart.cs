using System.Collections.Immutable;
using Sample.Storefront.Orders;

namespace Sample.Storefront.Carts;

/// <summary>What a customer has chosen so far.</summary>
/// <param name="Lines">Each product once, by its id.</param>
internal sealed record Cart(ImmutableArray<OrderLine> Lines)
{
    /// <summary>Most pieces of one product; more are not added.</summary>
    public const int MostPieces = OrderRequest.MostPieces;

    /// <summary>Nothing chosen.</summary>
    public static Cart Empty { get; } = new([]);

    /// <summary>A cart of these products and pieces.</summary>
    public static Cart Of(IEnumerable<KeyValuePair<string, int>> pieces) => new(
        [.. pieces.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => new OrderLine(line.Key, Math.Min(line.Value, MostPieces)))]);
}
