using System.Globalization;
using System.Text;
using Sample.Storefront.Carts;
using Sample.Storefront.Catalog;
using Sample.Storefront.Releases;
using Sample.Storefront.Stores;

namespace Sample.Storefront.Pages;

/// <summary>The page customers see. Neither catalogue nor release changes while the process lives, so all but the cart is rendered once.</summary>
internal sealed class StorefrontPage(ProductCatalog catalog, ReleaseIdentity release, ICartStore carts)
{
    private static readonly byte[] Top = Encoding.UTF8.GetBytes(Layout.Top);
    private readonly byte[] _products = Encoding.UTF8.GetBytes(Products(catalog, release));

    /// <summary>Answers with the page.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var cart = CartId.Of(context.Request) is { } id ? await CartAsync(id, context.RequestAborted) : "";
        await Layout.WriteAsync(context.Response, [.. Top, .. Encoding.UTF8.GetBytes(cart), .. _products], context.RequestAborted);
    }

    // Customers without a cart can look around while the store of the carts is down, and so can those with one.
    private async Task<string> CartAsync(CartId id, CancellationToken cancellationToken)
    {
        try
        {
            return Cart((await carts.ReadAsync(id, cancellationToken)).Lines.Select(line => (Product: catalog.Find(line.ProductId!), line.Quantity)).Where(line => line.Product is not null)!);
        }
        catch (StoreUnavailableException)
        {
            return "<section class=\"cart\"><p>Your cart cannot be reached at the moment.</p></section>\n";
        }
    }

    private static string Cart(IEnumerable<(Product Product, int Quantity)> lines) => lines.ToList() is not { Count: > 0 } chosen ? "" : $"""
        <section class="cart">
        <h2>Your cart</h2>
        <ul>
        {string.Concat(chosen.Select(line => Line(line.Product, line.Quantity)))}</ul>
        <form method="post" action="/cart/order"><button>Order for {Layout.Euro(chosen.Sum(line => line.Product.Price * line.Quantity))}</button></form>
        </section>

        """;

    private static string Line(Product product, int quantity) => $"""
        <li>{quantity.ToString(CultureInfo.InvariantCulture)} × {Layout.Text(product.Name)} <form method="post" action="/cart/remove"><button name="product" value="{Layout.Text(product.Id)}">Put back</button></form></li>

        """;

    private static string Products(ProductCatalog catalog, ReleaseIdentity release) => $"""
        <main>
        {string.Concat(catalog.All.Select(Card))}</main>
        <footer>Version {Layout.Text(release.Version)}, commit {Layout.Text(release.Commit)}</footer>
        </body>
        </html>

        """;

    private static string Card(Product product) => $"""
        <article>
        <h2><a href="/api/products/{Uri.EscapeDataString(product.Id)}">{Layout.Text(product.Name)}</a></h2>
        <p>{Layout.Text(product.Description)}</p>
        <p class="price">{Layout.Euro(product.Price)}</p>
        <form method="post" action="/cart"><button name="product" value="{Layout.Text(product.Id)}">Add to cart</button></form>
        </article>

        """;
}
