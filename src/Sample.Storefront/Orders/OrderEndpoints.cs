using Microsoft.AspNetCore.Http.HttpResults;
using Sample.Storefront.Catalog;
using Sample.Storefront.Pages;

namespace Sample.Storefront.Orders;

/// <summary>Ordering as JSON, and the page of an order.</summary>
internal static class OrderEndpoints
{
    /// <summary>Adds placing an order and reading it again.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/orders", PlaceAsync);
        routes.MapGet("/api/orders/{id}", GetAsync);
        routes.MapGet("/orders/{id}", ShowAsync);
    }

    private static async Task<Results<Created<Order>, ValidationProblem>> PlaceAsync(OrderRequest request, ProductCatalog catalog, OrderDesk desk, CancellationToken cancellationToken)
    {
        var problems = request.Problems(catalog);
        if (problems.Count > 0)
        {
            return TypedResults.ValidationProblem(problems);
        }

        var order = await desk.PlaceAsync(request, cancellationToken);
        return TypedResults.Created($"/api/orders/{order.Id}", order);
    }

    private static async Task<Results<Ok<Order>, NotFound>> GetAsync(string id, IOrderStore store, CancellationToken cancellationToken) =>
        Order.IsId(id) && await store.FindAsync(id, cancellationToken) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();

    private static async Task ShowAsync(string id, IOrderStore store, ProductCatalog catalog, HttpContext context)
    {
        if (Order.IsId(id) && await store.FindAsync(id, context.RequestAborted) is { } order)
        {
            await OrderPage.WriteAsync(context.Response, order, catalog, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
