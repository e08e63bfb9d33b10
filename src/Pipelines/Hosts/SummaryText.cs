using System.Text;
using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>The end of a run in plain text: table, failures as a whole, last line.</summary>
internal static class SummaryText
{
    public static string Table(RunEvent.RunEnded end)
    {
        var rows = end.Outcomes.Select(outcome => (
            outcome.Name,
            Status: OutcomeText.Status(outcome),
            Time: outcome.Status is TargetStatus.NotRun or TargetStatus.Skipped ? "" : Durations.Show(outcome.Duration),
            Remark: OutcomeText.Remark(outcome))).ToArray();
        var name = Math.Max("Target".Length, rows.Max(row => row.Name.Length));
        var status = rows.Max(row => row.Status.Length);
        var time = Math.Max("Duration".Length, rows.Max(row => row.Time.Length));
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(("Target", "Status", "Duration", "")))
        {
            var (first, second, third, fourth) = row;
            text.Append($"{first.PadRight(name)}  {second.PadRight(Math.Max(status, "Status".Length))}  {third.PadLeft(time)}  {fourth}".TrimEnd()).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Each failure whole, so that nobody has to search the log; empty when there is none.</summary>
    public static string Failures(RunEvent.RunEnded end, bool withStack)
    {
        var text = new StringBuilder();
        foreach (var outcome in end.Outcomes.Where(outcome => outcome.Status == TargetStatus.Failed))
        {
            text.Append(outcome.Name).Append(" failed: ").Append(outcome.Reason).Append('\n');
            foreach (var frame in StackText.Of(outcome.Failure, withStack))
            {
                text.Append("  ").Append(frame).Append('\n');
            }
        }
        return text.ToString();
    }

    public static string LastLine(RunEvent.RunEnded end) => end.ExitCode switch
    {
        ExitCodes.Success => $"Succeeded in {Durations.Show(end.Duration)}.",
        ExitCodes.Cancelled => $"Cancelled after {Durations.Show(end.Duration)}.",
        _ => $"Failed after {Durations.Show(end.Duration)} with exit code {end.ExitCode}.",
    };
}
