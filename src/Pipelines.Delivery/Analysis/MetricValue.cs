using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Analysis;

/// <summary>One metric of one measurement beside its limit.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Verdict">Against the limit.</param>
/// <param name="Value">In the metric's unit; null without data.</param>
/// <param name="Limit">The limit in force, resolved against stable, with its comparison, such as <c>&lt;= 84 ms</c>.</param>
/// <param name="Why">What is missing when there is no value or no limit; empty otherwise.</param>
public sealed record MetricValue(Metric Metric, Verdict Verdict, double? Value, string Limit, string Why)
{
    /// <summary>Name, value and limit, such as <c>success ratio 0.7 (limit >= 0.99)</c>.</summary>
    public override string ToString() => Value is { } value
        ? $"{MetricLimit.Name(Metric)} {MetricLimit.Format(Metric, value)} (limit {Limit})"
        : $"{MetricLimit.Name(Metric)}: {Why}";
}
