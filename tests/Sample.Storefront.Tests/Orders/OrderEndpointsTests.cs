using System.Net;
using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Orders;

[Category("Integration")]
public sealed class OrderEndpointsTests
{
    [Test]
    public async Task An_order_is_created_at_its_location_and_can_be_read_again()
    {
        await using var shop = await RunningShop.StartAsync();

        using var created = await shop.PostAsync("/api/orders", """{ "lines": [{ "productId": "desk-lamp", "quantity": 2 }, { "productId": "tea-tin", "quantity": 1 }] }""");
        var body = await created.Content.ReadAsStringAsync();

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var order = JsonDocument.Parse(body);
        order.RootElement.GetProperty("total").GetDecimal().ShouldBe(194.50m);
        order.RootElement.GetProperty("receipt").GetString()!.Length.ShouldBe(64);
        (await shop.GetStringAsync(created.Headers.Location!.OriginalString)).ShouldBe(body);
    }

    [TestCase("""{ "lines": [{ "productId": "yacht", "quantity": 1 }] }""", "lines[0].productId")]
    [TestCase("{}", "lines")]
    [TestCase("""{ "lines": "all" }""", null)]
    [TestCase("{ nonsense", null)]
    [TestCase("null", null)]
    public async Task A_bad_order_is_the_clients_fault(string json, string? field)
    {
        await using var shop = await RunningShop.StartAsync();

        using var refused = await shop.PostAsync("/api/orders", json);
        var body = await refused.Content.ReadAsStringAsync();

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        body.ShouldContain(field ?? "Bad Request");
    }

    [Test]
    public async Task A_body_without_end_is_refused()
    {
        await using var shop = await RunningShop.StartAsync();

        using var refused = await shop.PostAsync("/api/orders", $$"""{ "lines": [], "note": "{{new string('x', 70_000)}}" }""");

        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task An_order_that_nobody_placed_is_not_found()
    {
        await using var shop = await RunningShop.StartAsync();

        using var missing = await shop.GetAsync("/api/orders/0000000000000000");

        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
