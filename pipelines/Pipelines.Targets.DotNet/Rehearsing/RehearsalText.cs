using System.Collections.Immutable;
using System.Globalization;

namespace Pipelines.Targets.DotNet.Rehearsing;

/// <summary>A rehearsal as people read it.</summary>
internal static class RehearsalText
{
    private const int MostNamed = 5;
    private const int HashLength = 12;

    /// <summary>Characters of the longest name.</summary>
    public static int Width(Rehearsal rehearsal) => rehearsal.Jobs.Select(job => job.Name.Length).DefaultIfEmpty().Max();

    /// <summary>What would be done.</summary>
    public static IReadOnlyList<string> Plan(Rehearsal rehearsal)
    {
        var width = Width(rehearsal);
        return
        [
            .. rehearsal.Jobs.Select(job => $"{job.Name.PadRight(width)}  {(job.LeftOut is { } reason ? $"is left out: {reason}" : $"{Variables(job)}{job.Line}{(job.OnlyPlans is { } because ? $"  ({because})" : "")}")}"),
            .. Differences(rehearsal),
        ];
    }

    /// <summary>What is said before the first job.</summary>
    /// <param name="rehearsal">That begins.</param>
    /// <param name="commit">That is checked out.</param>
    /// <param name="changes">Files that differ from it.</param>
    public static IEnumerable<string> Start(Rehearsal rehearsal, string commit, ImmutableArray<string> changes)
    {
        yield return $"{rehearsal.Workflow} as a push of {(commit.Length > HashLength ? commit[..HashLength] : commit)} would run it: each job in a clean working copy, with only what others hand over.";
        if (!changes.IsEmpty)
        {
            yield return $"Not committed, so neither CI nor this rehearsal sees it: {Some(changes)}.";
        }

        foreach (var line in Differences(rehearsal))
        {
            yield return line;
        }
    }

    /// <summary>A line for a job, and all that it wrote when it failed.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="width">To which names are filled up.</param>
    public static IEnumerable<string> Lines(JobOutcome outcome, int width)
    {
        var (job, end) = (outcome.Job, outcome.End);
        yield return $"{job.Name.PadRight(width)}  {end switch
        {
            JobEnd.Succeeded => $"succeeded   {Seconds(outcome)}",
            JobEnd.Planned => $"only planned{Seconds(outcome)}  ({job.OnlyPlans}; --with-deployments does it)",
            JobEnd.Failed => $"failed      {Seconds(outcome)}  {outcome.Reason}",
            JobEnd.FailedAsAllowed => $"failed      {Seconds(outcome)}  {outcome.Reason}, as it may",
            JobEnd.Held => $"did not run           {outcome.Reason}",
            _ => $"left out              {outcome.Reason}",
        }}";
        if (end is JobEnd.Failed or JobEnd.FailedAsAllowed)
        {
            yield return $"    $ {Variables(job)}{job.Line}";
            foreach (var line in outcome.Lines)
            {
                yield return $"    {line}";
            }
        }
    }

    /// <summary>How many ended how: <c>3 succeeded, 1 failed</c>.</summary>
    public static string Sum(ImmutableArray<JobOutcome> outcomes) => string.Join(", ", outcomes.GroupBy(outcome => outcome.End).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key switch
    {
        JobEnd.Succeeded => "succeeded",
        JobEnd.Planned => "only planned",
        JobEnd.Failed => "failed",
        JobEnd.FailedAsAllowed => "failed as they may",
        JobEnd.Held => "did not run",
        _ => "left out",
    }}"));

    /// <summary>What failed and what to do next; null when nothing did.</summary>
    public static string? Problem(Rehearsal rehearsal, ImmutableArray<JobOutcome> outcomes)
    {
        var failed = outcomes.Where(outcome => outcome.End == JobEnd.Failed).Select(outcome => outcome.Job).ToList();
        return failed.Count == 0 ? null
            : $"{string.Join(", ", failed.Select(job => $"'{job.Name}'"))} failed here, as in CI unless this machine is the reason; what {(failed.Count == 1 ? "it" : "each")} wrote is above. "
            + $"Mend and commit it, then run './build.sh Rehearse --workflow {rehearsal.Workflow} --only {failed[0].Job}'; with --keep the working copies stay.";
    }

    private static IEnumerable<string> Differences(Rehearsal rehearsal) => rehearsal.Jobs.SelectMany(job => job.Differences.Select(difference => (job.Job, difference)))
        .GroupBy(pair => pair.difference, StringComparer.Ordinal)
        .Select(group => $"Not as in CI: {group.Key} ({string.Join(", ", group.Select(pair => pair.Job).Distinct(StringComparer.Ordinal))}).");

    // Those that the line reads, so that it can be typed as it stands.
    private static string Variables(RehearsedJob job) =>
        string.Concat(job.Variables.Where(variable => job.Line.Contains($"${variable.Key}", StringComparison.Ordinal)).Select(variable => $"{variable.Key}={variable.Value} "));

    private static string Seconds(JobOutcome outcome) => string.Create(CultureInfo.InvariantCulture, $"{outcome.Duration.TotalSeconds,8:0.0} s");

    private static string Some(ImmutableArray<string> files) =>
        string.Join(", ", files.Take(MostNamed)) + (files.Length > MostNamed ? $" and {files.Length - MostNamed} more" : "");
}
