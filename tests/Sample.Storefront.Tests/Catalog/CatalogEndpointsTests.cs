using System.Net;
using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Catalog;

[Category("Integration")]
public sealed class CatalogEndpointsTests
{
    [Test]
    public async Task The_list_is_paged()
    {
        await using var shop = await RunningShop.StartAsync();

        using var page = JsonDocument.Parse(await shop.GetStringAsync("/api/products?page=2&size=5"));

        page.RootElement.GetProperty("items").GetArrayLength().ShouldBe(5);
        page.RootElement.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe("pour-over");
        page.RootElement.GetProperty("total").GetInt32().ShouldBe(12);
    }

    [TestCase("page=0")]
    [TestCase("size=0")]
    [TestCase("size=101")]
    [TestCase("size=many")]
    public async Task A_page_that_cannot_be_is_the_clients_fault(string query)
    {
        await using var shop = await RunningShop.StartAsync();

        using var refused = await shop.GetAsync($"/api/products?{query}");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task A_product_is_found_by_its_id_alone()
    {
        await using var shop = await RunningShop.StartAsync();

        using var found = await shop.GetAsync("/api/products/enamel-mug");
        using var missing = await shop.GetAsync("/api/products/Enamel-Mug");

        (await found.Content.ReadAsStringAsync()).ShouldContain("\"price\":14.00");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
