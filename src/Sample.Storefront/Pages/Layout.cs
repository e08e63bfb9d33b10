using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Sample.Storefront.Pages;

/// <summary>What all pages share.</summary>
internal static class Layout
{
    /// <summary>Above the content.</summary>
    public static string Top { get; } = $"""
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

        """;

    private static readonly string Policy =
        $"default-src 'none'; base-uri 'none'; form-action 'self'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleSheet.Text)))}'";

    /// <summary>A text, as HTML shows it.</summary>
    public static string Text(string value) => HtmlEncoder.Default.Encode(value);

    /// <summary>An amount of euro.</summary>
    public static string Euro(decimal amount) => $"€ {amount.ToString("0.00", CultureInfo.InvariantCulture)}";

    /// <summary>Answers with a page.</summary>
    public static async Task WriteAsync(HttpResponse response, byte[] html, CancellationToken cancellationToken)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        // A page may hold a cart or an order, which is nobody else's business.
        response.Headers.CacheControl = "private, no-cache";
        await response.Body.WriteAsync(html, cancellationToken);
    }
}
