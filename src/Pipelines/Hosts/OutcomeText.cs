namespace Pipelines.Hosts;

/// <summary>One sentence, or one part of a line, about how a target ended.</summary>
internal static class OutcomeText
{
    public static string Status(TargetOutcome outcome) => outcome.Status == TargetStatus.NotRun ? "Not run" : outcome.Status.ToString();

    public static string Sentence(TargetOutcome outcome) => outcome.Status switch
    {
        TargetStatus.Succeeded => $"{outcome.Name} succeeded in {Durations.Show(outcome.Duration)}{Figures(outcome, ": ")}",
        TargetStatus.Failed => $"{outcome.Name} failed after {Durations.Show(outcome.Duration)}: {FirstLine(outcome)}",
        TargetStatus.Skipped => $"{outcome.Name} skipped: {outcome.Reason}",
        TargetStatus.Cancelled => $"{outcome.Name} stopped after {Durations.Show(outcome.Duration)}: {outcome.Reason}",
        _ => $"{outcome.Name} not run: {outcome.Reason}",
    };

    /// <summary>Figures and reason, for the last column of the summary.</summary>
    public static string Remark(TargetOutcome outcome) =>
        string.Join("; ", new[] { Figures(outcome, ""), outcome.Status == TargetStatus.Failed ? FirstLine(outcome) : outcome.Reason ?? "" }.Where(part => part.Length > 0));

    private static string Figures(TargetOutcome outcome, string before) =>
        outcome.Figures.IsEmpty ? "" : before + string.Join(", ", outcome.Figures.Select(figure => $"{figure.Name}: {figure.Value}"));

    private static string FirstLine(TargetOutcome outcome) => outcome.Reason?.Split('\n')[0].Trim() ?? "";
}
