using System.Globalization;
using Sample.Storefront.Catalog;

namespace Sample.Storefront.Orders;

/// <summary>What a customer wants to buy.</summary>
/// <param name="Lines">The products, each once.</param>
internal sealed record OrderRequest(IReadOnlyList<OrderLine?>? Lines)
{
    /// <summary>Most pieces of one product.</summary>
    public const int MostPieces = 99;

    private const int MostLines = 50;

    /// <summary>What stands against the order, by field; empty when nothing does.</summary>
    public Dictionary<string, string[]> Problems(ProductCatalog catalog)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Lines is not { Count: > 0 and <= MostLines })
        {
            problems["lines"] = [$"Has {(Lines?.Count ?? 0).ToString(CultureInfo.InvariantCulture)} lines; give 1 to {MostLines}."];
            return problems;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, line) in Lines.Index())
        {
            if (line?.ProductId is not { } product || catalog.Find(product) is null)
            {
                problems[$"lines[{index}].productId"] = ["Names no product; see /api/products."];
            }
            else if (!seen.Add(product))
            {
                problems[$"lines[{index}].productId"] = [$"Names {product} again; give each product once."];
            }

            if (line is not { Quantity: >= 1 and <= MostPieces })
            {
                problems[$"lines[{index}].quantity"] = [$"Is {line?.Quantity ?? 0}; give 1 to {MostPieces}."];
            }
        }

        return problems;
    }
}
