using NUnit.Framework;
using Sample.Storefront.Metrics;
using Shouldly;

namespace Sample.Storefront.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Test]
    public void Counters_and_buckets_add_up()
    {
        var metrics = new RequestMetrics(new ManualTime());
        metrics.Add(RequestKind.Of("/", 200), TimeSpan.FromMilliseconds(5));
        metrics.Add(RequestKind.Of("/", 204), TimeSpan.FromMilliseconds(6));
        metrics.Add(RequestKind.Of("/", 200), TimeSpan.FromSeconds(11));
        metrics.Add(RequestKind.Of(route: null, 404), TimeSpan.Zero);

        var text = PrometheusText.Write(metrics, new("1.0.0", "abc", "sha256:12"));

        text.ShouldContain("http_requests_in_flight 0\n");
        text.ShouldContain("http_requests_total{route=\"/\",status=\"2xx\"} 3\n");
        text.ShouldContain("http_requests_total{route=\"unmatched\",status=\"4xx\"} 1\n");
        text.ShouldContain("http_request_duration_seconds_bucket{route=\"/\",status=\"2xx\",le=\"0.005\"} 1\n");
        text.ShouldContain("http_request_duration_seconds_bucket{route=\"/\",status=\"2xx\",le=\"0.01\"} 2\n");
        text.ShouldContain("http_request_duration_seconds_bucket{route=\"/\",status=\"2xx\",le=\"10\"} 2\n");
        text.ShouldContain("http_request_duration_seconds_bucket{route=\"/\",status=\"2xx\",le=\"+Inf\"} 3\n");
        text.ShouldContain("http_request_duration_seconds_sum{route=\"/\",status=\"2xx\"} 11.011\n");
        text.ShouldContain("http_request_duration_seconds_count{route=\"/\",status=\"2xx\"} 3\n");
    }

    [Test]
    public void Label_values_are_escaped()
    {
        var text = PrometheusText.Write(new RequestMetrics(new ManualTime()), new("1\"2", @"a\b", "c"));

        text.ShouldContain("""storefront_release_info{version="1\"2",commit="a\\b",release="c"} 1""");
    }
}
