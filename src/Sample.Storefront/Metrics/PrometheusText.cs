using System.Globalization;
using System.Text;
using Sample.Storefront.Releases;

namespace Sample.Storefront.Metrics;

/// <summary>Writes the metrics in Prometheus' text format 0.0.4.</summary>
internal static class PrometheusText
{
    /// <summary>Media type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>All metrics as one text.</summary>
    public static string Write(RequestMetrics metrics, ReleaseIdentity release)
    {
        var text = new StringBuilder();
        Head(text, "storefront_release_info", "gauge", "The release that runs, always 1.");
        text.Append($"storefront_release_info{{version=\"{Escape(release.Version)}\",commit=\"{Escape(release.Commit)}\",release=\"{Escape(release.Release)}\"}} 1\n");
        Head(text, "http_requests_in_flight", "gauge", "Requests that have no answer yet.");
        text.Append(CultureInfo.InvariantCulture, $"http_requests_in_flight {metrics.InFlight}\n");

        // One reading for both families, so that they agree with each other.
        var kinds = metrics.Kinds.Select(entry => (Labels: Labels(entry.Kind), entry.Latency.Sum, Counts: entry.Latency.Cumulative())).ToList();
        Head(text, "http_requests_total", "counter", "Answered requests by route and status class.");
        foreach (var (labels, _, counts) in kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"http_requests_total{{{labels}}} {counts[^1]}\n");
        }

        Head(text, "http_request_duration_seconds", "histogram", "Time to answer by route and status class.");
        foreach (var (labels, sum, counts) in kinds)
        {
            foreach (var (bound, count) in LatencyHistogram.Bounds.Append(double.PositiveInfinity).Zip(counts))
            {
                var limit = double.IsPositiveInfinity(bound) ? "+Inf" : bound.ToString(CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"http_request_duration_seconds_bucket{{{labels},le=\"{limit}\"}} {count}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"http_request_duration_seconds_sum{{{labels}}} {sum.TotalSeconds}\n");
            text.Append(CultureInfo.InvariantCulture, $"http_request_duration_seconds_count{{{labels}}} {counts[^1]}\n");
        }

        return text.ToString();
    }

    private static void Head(StringBuilder text, string name, string type, string help) => text.Append($"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static string Labels(RequestKind kind) => $"route=\"{Escape(kind.Route)}\",status=\"{kind.StatusClass}\"";

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
