using Sample.Storefront.Catalog;

namespace Sample.Storefront.Carts;

/// <summary>The forms of the page: choose, put back, order.</summary>
internal static class CartEndpoints
{
    private const string Product = "product";

    /// <summary>Adds the forms. Each answers with a redirect, so that a reload of the page sends nothing twice.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cart", AddAsync);
        routes.MapPost("/cart/remove", RemoveAsync);
        routes.MapPost("/cart/order", OrderAsync);
    }

    private static async Task AddAsync(HttpContext context, ICartStore carts, ProductCatalog catalog)
    {
        if (await ProductAsync(context.Request) is not { } product || catalog.Find(product) is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var id = CartId.Of(context.Request) ?? CartId.Create();
        await carts.AddAsync(id, Cart.Of([KeyValuePair.Create(product, 1)]), context.RequestAborted);
        id.GiveTo(context);
        SeeOther(context, "/");
    }

    private static async Task RemoveAsync(HttpContext context, ICartStore carts)
    {
        if (await ProductAsync(context.Request) is { } product && CartId.Of(context.Request) is { } id)
        {
            await carts.RemoveAsync(id, product, context.RequestAborted);
        }

        SeeOther(context, "/");
    }

    private static async Task OrderAsync(HttpContext context, Checkout checkout)
    {
        var order = CartId.Of(context.Request) is { } id ? await checkout.OrderAsync(id, context.RequestAborted) : null;
        SeeOther(context, order is null ? "/" : $"/orders/{order.Id}");
    }

    private static async Task<string?> ProductAsync(HttpRequest request) =>
        request.HasFormContentType && (await request.ReadFormAsync(request.HttpContext.RequestAborted)).TryGetValue(Product, out var values) ? values.ToString() : null;

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
