using Microsoft.AspNetCore.Http.HttpResults;
using Sample.Storefront.Catalog;

namespace Sample.Storefront.Orders;

/// <summary>Ordering as JSON.</summary>
internal static class OrderEndpoints
{
    /// <summary>Adds placing an order and reading it again.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/orders", Place);
        routes.MapGet("/api/orders/{id}", Get);
    }

    private static Results<Created<Order>, ValidationProblem> Place(OrderRequest request, ProductCatalog catalog, OrderDesk desk)
    {
        var problems = request.Problems(catalog);
        if (problems.Count > 0)
        {
            return TypedResults.ValidationProblem(problems);
        }

        var order = desk.Place(request);
        return TypedResults.Created($"/api/orders/{order.Id}", order);
    }

    private static Results<Ok<Order>, NotFound> Get(string id, OrderBook book) =>
        book.Find(id) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();
}
