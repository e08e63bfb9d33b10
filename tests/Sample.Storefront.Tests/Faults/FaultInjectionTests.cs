using System.Net;
using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Faults;

[Category("Integration")]
public sealed class FaultInjectionTests
{
    [Test]
    public async Task The_error_ratio_hits_page_and_api_evenly_and_no_operator()
    {
        await using var shop = await RunningShop.StartAsync("Faults:Errors=0.5");

        var customers = new List<HttpStatusCode>();
        for (var round = 0; round < 5; round++)
        {
            customers.AddRange(await StatusesAsync(shop, "/", "/api/products"));
        }

        var operators = await StatusesAsync(shop, "/health/live", "/health/ready", "/version", "/metrics", "/health/live", "/health/ready", "/version", "/metrics");

        customers.Count(status => status == HttpStatusCode.InternalServerError).ShouldBe(5);
        customers.Count(status => status == HttpStatusCode.OK).ShouldBe(5);
        operators.ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    [Test]
    public async Task Errors_can_wait_for_a_number_of_requests()
    {
        await using var shop = await RunningShop.StartAsync("Faults:Errors=1", "Faults:ErrorsAfter=2");

        var statuses = await StatusesAsync(shop, "/", "/", "/", "/");

        statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError]);
    }

    [Test]
    public async Task Latency_is_added_to_customers_requests_after_its_number_of_requests()
    {
        await using var shop = await RunningShop.StartAsync("Faults:Latency=300ms", "Faults:LatencyAfter=1");
        await shop.GetStringAsync("/");

        var start = TimeProvider.System.GetTimestamp();
        await shop.GetStringAsync("/api/products");
        var took = TimeProvider.System.GetElapsedTime(start);

        took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(290));
        var metrics = await shop.GetStringAsync("/metrics");
        metrics.ShouldContain("http_request_duration_seconds_bucket{route=\"/api/products\",status=\"2xx\",le=\"0.25\"} 0");
    }

    [Test]
    public async Task A_service_that_never_gets_ready_says_why_and_still_lives()
    {
        await using var shop = await RunningShop.StartAsync("Faults:NeverReady=true");

        using var ready = await shop.GetAsync("/health/ready");
        using var live = await shop.GetAsync("/health/live");

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("Faults:NeverReady");
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public void A_crash_at_start_ends_with_its_own_exit_code()
    {
        Should.Throw<StartRefusedException>(() => Shop.Build(["--Faults:CrashAtStart=true"])).ExitCode.ShouldBe(70);
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(RunningShop shop, params string[] addresses)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var address in addresses)
        {
            using var response = await shop.GetAsync(address);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }
}
