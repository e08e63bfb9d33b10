using System.Collections.Immutable;

namespace Pipelines.Delivery.Stages;

/// <summary>How versions are judged; words and limits as in Argo Rollouts, each violated by more than the number said.</summary>
public sealed record AnalysisOptions
{
    /// <summary>What must hold; at least one.</summary>
    public required ImmutableArray<MetricLimit> Limits { get; init; }

    /// <summary>Time between measurements; 30 seconds unless set, and less in a shorter step.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Successful measurements that a step needs; 1 unless set.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Failed measurements that a step survives; 0 unless set.</summary>
    public int FailureLimit { get; init; }

    /// <summary>Errors in a row that a step survives; 4 unless set.</summary>
    public int ConsecutiveErrorLimit { get; init; } = 4;

    /// <summary>Requests that each version compared must have seen before a value counts; 50 unless set, never below 8.</summary>
    public int MinimumRequests { get; init; } = 50;

    /// <summary>How long a step waits for enough requests before the release is rolled back, since no data is not success; 10 minutes unless set.</summary>
    public TimeSpan DataTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time between the measurements of a step: the interval, or as long as the step is to take when that is shorter, but not below a second for it.</summary>
    internal TimeSpan Pace(TimeSpan step)
    {
        var shortest = Interval < TimeSpan.FromSeconds(1) ? Interval : TimeSpan.FromSeconds(1);
        return step >= Interval ? Interval : step <= shortest ? shortest : step;
    }

    /// <summary>Everything that contradicts itself, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Limits.IsDefaultOrEmpty)
        {
            yield return "the analysis has no limit, so it could not fail; add one.";
        }

        if (!Limits.IsDefaultOrEmpty && Limits.Any(limit => limit is { Minimum: null, Maximum: null, TimesStable: null }))
        {
            yield return "a metric without minimum, maximum or comparison could not fail; set one of them.";
        }

        if (Interval <= TimeSpan.Zero)
        {
            yield return $"the analysis measures every {Interval}; set a time above zero.";
        }

        if (Count < 1)
        {
            yield return $"the analysis asks for {Count} measurements; set at least 1, since a gate that checked nothing has not passed.";
        }

        if (FailureLimit < 0 || FailureLimit >= Math.Max(Count, 1))
        {
            yield return $"the analysis survives {FailureLimit} failures of {Count} measurements; every one could fail. Set a failure limit below the count.";
        }

        if (MinimumRequests < 8)
        {
            yield return $"the analysis judges {MinimumRequests} requests; below 8 a value says nothing.";
        }
    }
}
