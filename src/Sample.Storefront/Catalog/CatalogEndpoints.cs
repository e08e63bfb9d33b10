using Microsoft.AspNetCore.Http.HttpResults;

namespace Sample.Storefront.Catalog;

/// <summary>The catalogue as JSON.</summary>
internal static class CatalogEndpoints
{
    private const int LargestPage = 100;

    /// <summary>Adds the list and the single product.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/products", List);
        routes.MapGet("/api/products/{id}", Get);
    }

    private static Results<Ok<ProductPage>, ValidationProblem> List(ProductCatalog catalog, int page = 1, int size = 20)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (page < 1)
        {
            problems["page"] = [$"Is {page}; the first page is 1."];
        }

        if (size is < 1 or > LargestPage)
        {
            problems["size"] = [$"Is {size}; give 1 to {LargestPage}."];
        }

        return problems.Count == 0 ? TypedResults.Ok(catalog.Page(page, size)) : TypedResults.ValidationProblem(problems);
    }

    private static Results<Ok<Product>, NotFound> Get(string id, ProductCatalog catalog) =>
        catalog.Find(id) is { } product ? TypedResults.Ok(product) : TypedResults.NotFound();
}
