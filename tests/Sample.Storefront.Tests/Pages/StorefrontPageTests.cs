using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Pages;

[Category("Integration")]
public sealed class StorefrontPageTests
{
    [Test]
    public async Task The_page_shows_every_product_and_nothing_unescaped()
    {
        await using var shop = await RunningShop.StartAsync("Release:Version=1.0.0-<script>");

        var html = await shop.GetStringAsync("/");

        html.ShouldContain("Canvas bag");
        html.ShouldContain("Waxed cotton &amp; leather");
        html.ShouldContain("Version 1.0.0-&lt;script&gt;");
        html.ShouldNotContain("<script");
        html.Split("<article>").Length.ShouldBe(13);
    }

    [Test]
    public async Task The_style_sheet_is_the_one_that_the_policy_allows()
    {
        await using var shop = await RunningShop.StartAsync();

        using var answer = await shop.GetAsync("/");
        var html = await answer.Content.ReadAsStringAsync();
        var style = html.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"style-src 'sha256-{hash}'");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
    }
}
