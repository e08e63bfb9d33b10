using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Sample.Storefront.Catalog;
using Sample.Storefront.Releases;

namespace Sample.Storefront.Pages;

/// <summary>The page customers see. Neither catalogue nor release changes while the process lives, so it is rendered once.</summary>
internal sealed class StorefrontPage(ProductCatalog catalog, ReleaseIdentity release)
{
    private static readonly string Policy =
        $"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleSheet.Text)))}'";

    private readonly byte[] _html = Encoding.UTF8.GetBytes(Render(catalog, release));

    /// <summary>Answers with the page.</summary>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = _html.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        await response.Body.WriteAsync(_html, cancellationToken);
    }

    private static string Render(ProductCatalog catalog, ReleaseIdentity release) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Storefront</title>
        <style>{StyleSheet.Text}</style>
        </head>
        <body>
        <header>
        <h1>Storefront</h1>
        <p>Plain things that last.</p>
        </header>
        <main>
        {string.Concat(catalog.All.Select(Card))}</main>
        <footer>Version {Text(release.Version)}, commit {Text(release.Commit)}</footer>
        </body>
        </html>

        """;

    private static string Card(Product product) => $"""
        <article>
        <h2><a href="/api/products/{Uri.EscapeDataString(product.Id)}">{Text(product.Name)}</a></h2>
        <p>{Text(product.Description)}</p>
        <p class="price">€ {product.Price.ToString("0.00", CultureInfo.InvariantCulture)}</p>
        </article>

        """;

    private static string Text(string value) => HtmlEncoder.Default.Encode(value);
}
