using System.Net;
using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Health;

[Category("Integration")]
public sealed class ShutdownTests
{
    [Test]
    public async Task A_request_in_flight_is_answered_and_readiness_ends_before_the_port_closes()
    {
        await using var shop = await RunningShop.StartAsync("Faults:Latency=1s");
        var inFlight = shop.GetAsync("/");
        while (!inFlight.IsCompleted && !(await shop.GetStringAsync("/metrics")).Contains("http_requests_in_flight 1", StringComparison.Ordinal))
        {
        }

        var stopping = shop.StopAsync();
        using var ready = await shop.GetAsync("/health/ready");
        using var answer = await inFlight;
        await stopping;

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldBe("stopping");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("</html>");
        await Should.ThrowAsync<HttpRequestException>(() => shop.GetAsync("/health/live"));
    }
}
