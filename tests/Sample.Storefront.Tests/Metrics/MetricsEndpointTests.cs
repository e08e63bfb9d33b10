using System.Net;
using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Metrics;

[Category("Integration")]
public sealed class MetricsEndpointTests
{
    [Test]
    public async Task Customers_requests_are_counted_by_route_and_operators_are_not()
    {
        await using var shop = await RunningShop.StartAsync();

        foreach (var address in (string[])["/", "/api/products/desk-lamp", "/api/products/tea-tin", "/api/products/yacht", "/nowhere", "/health/ready", "/version"])
        {
            using var response = await shop.GetAsync(address);
        }

        using var answer = await shop.GetAsync("/metrics");
        var counters = (await answer.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("http_requests_total", StringComparison.Ordinal));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        counters.ShouldBe(
        [
            "http_requests_total{route=\"/\",status=\"2xx\"} 1",
            "http_requests_total{route=\"/api/products/{id}\",status=\"2xx\"} 2",
            "http_requests_total{route=\"/api/products/{id}\",status=\"4xx\"} 1",
            "http_requests_total{route=\"unmatched\",status=\"4xx\"} 1",
        ]);
    }
}
