using Microsoft.AspNetCore.Builder;

namespace Sample.Storefront.Tests;

/// <summary>The real service on a free port of the loopback interface.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private readonly WebApplication _shop;

    private RunningShop(WebApplication shop, HttpClient client)
    {
        _shop = shop;
        Client = client;
    }

    public HttpClient Client { get; }

    /// <summary>Starts the service.</summary>
    /// <param name="settings">As on the command line, such as <c>Faults:Errors=0.3</c>.</param>
    public static async Task<RunningShop> StartAsync(params string[] settings)
    {
        var shop = Shop.Build(["--urls", "http://127.0.0.1:0", .. settings.Select(setting => $"--{setting}")]);
        await shop.StartAsync();
        return new(shop, new HttpClient { BaseAddress = new Uri(shop.Urls.Single()), Timeout = TimeSpan.FromSeconds(20) });
    }

    /// <summary>Asks a relative address.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Asks a relative address and reads the body.</summary>
    public Task<string> GetStringAsync(string address) => Client.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>Sends JSON to a relative address.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await Client.PostAsync(new Uri(address, UriKind.Relative), body);
    }

    /// <summary>Stops as a signal would: new connections are refused, requests in flight are answered.</summary>
    public Task StopAsync() => _shop.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _shop.DisposeAsync();
    }
}
