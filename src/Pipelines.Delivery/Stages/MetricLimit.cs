using System.Globalization;

namespace Pipelines.Delivery.Stages;

/// <summary>Where a metric may stand.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Minimum">Least value, in the metric's unit; null for none.</param>
/// <param name="Maximum">Greatest value, in the metric's unit; null for none.</param>
/// <param name="TimesStable">Greatest multiple of what stable shows in the same time; null for none.</param>
/// <param name="Slack">Added to that multiple, in the metric's unit, so that noise between small values does not count.</param>
public sealed record MetricLimit(Metric Metric, double? Minimum = null, double? Maximum = null, double? TimesStable = null, double Slack = 0)
{
    /// <summary>At least this share of requests succeeds.</summary>
    public static MetricLimit SuccessRatioAtLeast(double minimum) => new(Metric.SuccessRatio, Minimum: minimum);

    /// <summary>The 95th percentile stays below a multiple of stable's plus a slack.</summary>
    public static MetricLimit LatencyP95AgainstStable(double times, TimeSpan slack) => new(Metric.LatencyP95, TimesStable: times, Slack: slack.TotalSeconds);

    /// <summary>The 95th percentile stays below a fixed time.</summary>
    public static MetricLimit LatencyP95AtMost(TimeSpan maximum) => new(Metric.LatencyP95, Maximum: maximum.TotalSeconds);

    /// <summary>The limit as plans show it, such as <c>success ratio >= 0.99</c>.</summary>
    public override string ToString() => string.Join(" and ", Parts());

    private IEnumerable<string> Parts()
    {
        var name = Name(Metric);
        if (Minimum is { } minimum)
        {
            yield return $"{name} >= {Format(Metric, minimum)}";
        }

        if (Maximum is { } maximum)
        {
            yield return $"{name} <= {Format(Metric, maximum)}";
        }

        if (TimesStable is { } times)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} <= {times} x stable{(Slack > 0 ? $" + {Format(Metric, Slack)}" : "")}");
        }
    }

    /// <summary>The metric's name in a sentence.</summary>
    public static string Name(Metric metric) => metric switch
    {
        Metric.SuccessRatio => "success ratio",
        _ => "p95 latency",
    };

    /// <summary>A value of the metric with its unit.</summary>
    public static string Format(Metric metric, double value) => metric switch
    {
        Metric.SuccessRatio => value.ToString("0.####", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value * 1000:0.#} ms"),
    };
}
