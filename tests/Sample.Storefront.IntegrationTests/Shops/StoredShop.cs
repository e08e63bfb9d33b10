using System.Net;
using Sample.Storefront.Orders.Postgres;
using Sample.Storefront.Redis;
using Sample.Storefront.Tests;

namespace Sample.Storefront.IntegrationTests.Shops;

/// <summary>The service with both real stores, as a customer's browser uses it.</summary>
internal static class StoredShop
{
    public static Task<RunningShop> StartAsync(PostgresPlace orders, RedisAddress carts, params string[] settings) =>
        RunningShop.StartAsync([$"Stores:Orders={orders.ConnectionString}", $"Stores:Carts={Setting(carts)}", .. settings]);

    /// <summary>Presses a button of the page.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this RunningShop shop, string action, string? product = null)
    {
        using var form = new FormUrlEncodedContent(product is null ? [] : [KeyValuePair.Create("product", product)]);
        return await shop.Client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>Presses a button of the page and reads the page behind it.</summary>
    public static async Task<string> ReadAfterAsync(this RunningShop shop, string action, string? product = null)
    {
        using var answer = await shop.PressAsync(action, product);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new HttpRequestException($"{action} answers {answer.StatusCode}.");
    }

    private static string Setting(RedisAddress address) =>
        $"redis://{(address.Password is null ? "" : $":{Uri.EscapeDataString(address.Password)}@")}{address.Host}:{address.Port}/{address.Database}";
}
