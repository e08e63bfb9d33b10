using System.Text;
using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>The end of a run in plain text: table, failures as a whole, last line.</summary>
internal static class SummaryText
{
    public static string Table(RunEvent.RunEnded end)
    {
        List<Row> rows = [new("Target", "Status", "Duration", "")];
        foreach (var outcome in end.Outcomes)
        {
            var time = outcome.Status is TargetStatus.NotRun or TargetStatus.Skipped ? "" : Durations.Show(outcome.Duration);
            rows.Add(new(outcome.Name, OutcomeText.Status(outcome), time, OutcomeText.Remark(outcome)));
        }
        var (names, states, times) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Status.Length), rows.Max(row => row.Time.Length));
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append($"{row.Name.PadRight(names)}  {row.Status.PadRight(states)}  {row.Time.PadLeft(times)}  {row.Remark}".TrimEnd()).Append('\n');
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

    /// <summary>The command line, as advice where it can help: a release that was rejected is refused when it comes again.</summary>
    public static string Command(RunEvent.RunEnded end, HostSettings settings) =>
        $"{(end.ExitCode == ExitCodes.RolledBack ? "This was" : "Run it again")}: {settings.RunAgain}";

    public static string LastLine(RunEvent.RunEnded end) => end.ExitCode switch
    {
        ExitCodes.Success => $"Succeeded in {Durations.Show(end.Duration)}.",
        ExitCodes.Cancelled => $"Cancelled after {Durations.Show(end.Duration)}.",
        _ => $"Failed after {Durations.Show(end.Duration)} with exit code {end.ExitCode}.",
    };

    // A class: whatever works on a list of values of our own is compiled anew at every start.
    private sealed record Row(string Name, string Status, string Time, string Remark);
}
