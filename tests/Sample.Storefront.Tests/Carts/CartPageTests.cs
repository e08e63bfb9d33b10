using System.Net;
using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Carts;

[Category("Integration")]
public sealed class CartPageTests
{
    [Test]
    public async Task A_customer_chooses_puts_back_and_orders()
    {
        await using var shop = await RunningShop.StartAsync();

        await PressAsync(shop, "/cart", "desk-lamp");
        await PressAsync(shop, "/cart", "tea-tin");
        var full = await PressAsync(shop, "/cart", "tea-tin");
        var less = await PressAsync(shop, "/cart/remove", "desk-lamp");
        var receipt = await PressAsync(shop, "/cart/order");
        var empty = await shop.GetStringAsync("/");

        full.ShouldContain("1 × Desk lamp");
        full.ShouldContain("2 × Tea tin");
        full.ShouldContain("Order for € 122.00");
        less.ShouldNotContain("× Desk lamp");
        receipt.ShouldContain("Thank you");
        receipt.ShouldContain("€ 33.00");
        empty.ShouldNotContain("Your cart");
    }

    [Test]
    public async Task Nobody_sees_the_cart_of_another()
    {
        await using var shop = await RunningShop.StartAsync();
        await PressAsync(shop, "/cart", "desk-lamp");
        using var other = new HttpClient { BaseAddress = shop.Client.BaseAddress };

        (await other.GetStringAsync(new Uri("/", UriKind.Relative))).ShouldNotContain("Your cart");
    }

    [Test]
    public async Task The_cookie_is_nothing_for_scripts_and_other_sites()
    {
        await using var shop = await RunningShop.StartAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = shop.Client.BaseAddress };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("product", "desk-lamp")]);

        using var answer = await client.PostAsync(new Uri("/cart", UriKind.Relative), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldMatch("^cart=[0-9a-f]{32}; max-age=1209600; path=/; samesite=lax; httponly$");
    }

    [TestCase("/cart", "yacht", HttpStatusCode.BadRequest)]
    [TestCase("/cart/remove", "yacht", HttpStatusCode.OK)]
    [TestCase("/cart/order", "yacht", HttpStatusCode.OK)]
    public async Task A_form_that_no_button_sends_changes_nothing(string action, string product, HttpStatusCode expected)
    {
        await using var shop = await RunningShop.StartAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("product", product)]);

        using var answer = await shop.Client.PostAsync(new Uri(action, UriKind.Relative), form);

        answer.StatusCode.ShouldBe(expected);
        (await shop.GetStringAsync("/")).ShouldNotContain("Your cart");
    }

    [Test]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using var shop = await RunningShop.StartAsync();

        using var answer = await shop.PostAsync("/cart", """{ "product": "desk-lamp" }""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [TestCase("/orders/0000000000000000")]
    [TestCase("/orders/no-id")]
    public async Task The_page_of_an_order_that_nobody_placed_is_not_found(string address)
    {
        await using var shop = await RunningShop.StartAsync();

        using var missing = await shop.GetAsync(address);

        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> PressAsync(RunningShop shop, string action, string? product = null)
    {
        using var form = new FormUrlEncodedContent(product is null ? [] : [KeyValuePair.Create("product", product)]);
        using var answer = await shop.Client.PostAsync(new Uri(action, UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
