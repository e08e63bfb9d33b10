using System.Collections.Immutable;
using System.Globalization;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Analysis;

/// <summary>Counters -> measurement -> judgement. Pure; limits are violated by strictly more than the number said, as in Argo Rollouts.</summary>
public static class Judge
{
    /// <summary>Measures a version over a window.</summary>
    /// <param name="options">What must hold.</param>
    /// <param name="next">Counted of the measured version in the window.</param>
    /// <param name="stable">Counted of the version to compare with, or null when there is none and comparisons do not apply.</param>
    /// <param name="at">When the counters were read.</param>
    public static Measurement Measure(AnalysisOptions options, TrafficSample next, TrafficSample? stable, DateTimeOffset at)
    {
        var values = options.Limits.Select(limit => Value(options, limit, next, stable)).ToImmutableArray();
        return new(at, next.Requests, values.Max(value => value.Verdict), values);
    }

    /// <summary>Judges a step by all its measurements so far.</summary>
    public static Judgement Of(AnalysisOptions options, ImmutableArray<Measurement> measurements)
    {
        var failures = measurements.Where(measurement => measurement.Verdict == Verdict.Failed).ToArray();
        if (failures.Length > options.FailureLimit)
        {
            var worst = failures[^1].Values.First(value => value.Verdict == Verdict.Failed);
            return new(Verdict.Failed, $"{worst} in {Count(failures[^1].Requests, "request")}");
        }

        var errors = measurements.Reverse().TakeWhile(measurement => measurement.Verdict == Verdict.Error).Count();
        if (errors > options.ConsecutiveErrorLimit)
        {
            return new(Verdict.Error, $"{Count(errors, "measurement")} in a row could not be taken");
        }

        var successes = measurements.Count(measurement => measurement.Verdict == Verdict.Successful);
        if (successes >= options.Count)
        {
            return new(Verdict.Successful, string.Join(", ", measurements.Last(measurement => measurement.Verdict == Verdict.Successful).Values));
        }

        var last = measurements.LastOrDefault();
        return new(Verdict.Cancelled, last is null ? "not measured yet" : string.Join(", ", last.Values));
    }

    private static MetricValue Value(AnalysisOptions options, MetricLimit limit, TrafficSample next, TrafficSample? stable)
    {
        if (next.Requests < options.MinimumRequests)
        {
            return NoData($"{Count(next.Requests, "request")} of {options.MinimumRequests} needed");
        }

        var value = Read(limit.Metric, next);
        var maximum = limit.Maximum;
        if (limit.TimesStable is { } times && stable is not null)
        {
            if (stable.Requests < options.MinimumRequests)
            {
                return NoData($"stable has {Count(stable.Requests, "request")} of {options.MinimumRequests} needed");
            }

            var relative = (Read(limit.Metric, stable) * times) + limit.Slack;
            maximum = maximum is null ? relative : Math.Min(maximum.Value, relative ?? double.NaN);
        }

        if (value is not { } measured || double.IsNaN(measured) || (maximum is { } bound && double.IsNaN(bound)))
        {
            return NoData("no value");
        }

        var failed = measured < limit.Minimum || measured > maximum;
        return new(limit.Metric, failed ? Verdict.Failed : Verdict.Successful, measured, Shown(limit, maximum), Why: "");

        MetricValue NoData(string why) => new(limit.Metric, Verdict.NoData, Value: null, Shown(limit, maximum: null), why);
    }

    private static double? Read(Metric metric, TrafficSample sample) => metric switch
    {
        Metric.SuccessRatio => sample.SuccessRatio,
        _ => sample.Quantile(0.95),
    };

    private static string Shown(MetricLimit limit, double? maximum)
    {
        string[] bounds =
        [
            .. limit.Minimum is { } minimum ? [$">= {MetricLimit.Format(limit.Metric, minimum)}"] : Array.Empty<string>(),
            .. maximum is { } most ? [$"<= {MetricLimit.Format(limit.Metric, most)}"] : Array.Empty<string>(),
        ];
        return bounds.Length > 0 ? string.Join(" and ", bounds) : "none, there is nothing to compare with";
    }

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
