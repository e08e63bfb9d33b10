using System.Collections.Immutable;

namespace Pipelines.Delivery.Stages;

/// <summary>A place that releases go to; stages are passed in the order in which the build class lists them.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens, such as <c>production</c>.</param>
/// <param name="Platform">What runs the service there.</param>
/// <param name="Strategy">How traffic moves to a new release.</param>
public sealed record Stage(string Name, Platform Platform, Strategy Strategy)
{
    /// <summary>Instances that carry the full traffic; 2 unless set.</summary>
    public int Instances { get; init; } = 2;

    /// <summary>What each version is measured by, from the step that the strategy says and while it bakes; nothing unless set.</summary>
    public AnalysisOptions? Analysis { get; init; }

    /// <summary>Requests made against the stage once all traffic is on the new release.</summary>
    public ImmutableArray<SmokeCheck> Checks { get; init; } = [];

    /// <summary>How long the new release carries all traffic, beside the old capacity, before it is verified good; 5 minutes unless set.</summary>
    public TimeSpan Bake { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long new instances may take until they are ready; 2 minutes unless set.</summary>
    public TimeSpan ReadyTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a rollback may take before a person is called; 5 minutes unless set.</summary>
    public TimeSpan RollbackTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Without renewal for this long the deploying process counts as gone and traffic returns to stable; 15 seconds unless set.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Traffic that the rollout makes itself, where nobody visits; none unless set.</summary>
    public SyntheticTraffic? Traffic { get; init; }

    /// <summary>Everything that contradicts itself, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Name.Length == 0 || !Name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            yield return $"Stage '{Name}': a name has lower-case letters, digits and hyphens only.";
        }

        if (Instances < 1)
        {
            yield return $"Stage '{Name}': {Instances} instances cannot carry traffic; set at least 1.";
        }

        foreach (var (what, time) in new[] { (nameof(ReadyTime), ReadyTime), (nameof(RollbackTime), RollbackTime), (nameof(LeaseTime), LeaseTime) })
        {
            if (time <= TimeSpan.Zero)
            {
                yield return $"Stage '{Name}': {what} is {time}; set a time above zero.";
            }
        }

        foreach (var problem in Strategy.Problems().Concat(Analysis?.Problems() ?? []).Concat(Traffic?.Problems() ?? []))
        {
            yield return $"Stage '{Name}': {problem}";
        }

        if (Analysis is null && Strategy.NeedsAnalysis)
        {
            yield return $"Stage '{Name}': a {Strategy.Word} that measures nothing promotes anything; set {nameof(Analysis)}.";
        }
    }
}
