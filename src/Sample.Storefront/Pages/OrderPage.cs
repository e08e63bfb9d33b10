using System.Globalization;
using System.Text;
using Sample.Storefront.Catalog;
using Sample.Storefront.Orders;

namespace Sample.Storefront.Pages;

/// <summary>What a customer sees of an order.</summary>
internal static class OrderPage
{
    /// <summary>Answers with the page.</summary>
    public static Task WriteAsync(HttpResponse response, Order order, ProductCatalog catalog, CancellationToken cancellationToken) =>
        Layout.WriteAsync(response, Encoding.UTF8.GetBytes(Layout.Top + Render(order, catalog)), cancellationToken);

    private static string Render(Order order, ProductCatalog catalog) => $"""
        <section class="cart">
        <h2>Thank you</h2>
        <p>Your order {Layout.Text(order.Id)} was placed on {order.PlacedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.</p>
        <ul>
        {string.Concat(order.Lines.Select(line => Line(line, catalog)))}</ul>
        <p class="price">{Layout.Euro(order.Total)}</p>
        <p><a href="/">Back to the shop</a></p>
        </section>
        </body>
        </html>

        """;

    // A product may have left the catalogue since.
    private static string Line(OrderLine line, ProductCatalog catalog) =>
        $"<li>{line.Quantity.ToString(CultureInfo.InvariantCulture)} × {Layout.Text(catalog.Find(line.ProductId!)?.Name ?? line.ProductId!)}</li>\n";
}
