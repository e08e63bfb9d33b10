using Pipelines.Execution;
using Spectre.Console;

namespace Pipelines.Hosts;

/// <summary>The end of a run as a table in colour.</summary>
internal static class TerminalSummary
{
    public static void Write(IAnsiConsole console, RunEvent.RunEnded end, HostSettings settings)
    {
        if (settings.WithSuccesses && end.Outcomes.Length > 0)
        {
            console.Write(TableOf(end));
        }
        // Masked before the console breaks its lines.
        var failures = settings.Mask.Apply(SummaryText.Failures(end, settings.WithStack));
        if (failures.Length > 0)
        {
            console.Write(new Text(failures, new Style(Color.Red)));
        }
        if (end.ExitCode != ExitCodes.Success)
        {
            console.Write(new Text(settings.Mask.Apply($"{SummaryText.Command(end, settings)}\n")));
            console.Write(new Text(settings.Report is { } report ? $"Report: {report}\n" : ""));
        }
        console.Write(new Text($"{SummaryText.LastLine(end)}\n", new Style(end.ExitCode == ExitCodes.Success ? Color.Green : Color.Red)));
    }

    public static Style StyleOf(TargetStatus status) => new(status switch
    {
        TargetStatus.Succeeded => Color.Green,
        TargetStatus.Failed => Color.Red,
        TargetStatus.Cancelled => Color.Yellow,
        _ => Color.Grey,
    });

    private static Table TableOf(RunEvent.RunEnded end)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("Target").AddColumn("Status").AddColumn(new TableColumn("Duration").RightAligned()).AddColumn("");
        foreach (var outcome in end.Outcomes)
        {
            table.AddRow(
                new Text(outcome.Name),
                new Text(OutcomeText.Status(outcome), StyleOf(outcome.Status)),
                new Text(outcome.Status is TargetStatus.NotRun or TargetStatus.Skipped ? "" : Durations.Show(outcome.Duration)),
                new Text(OutcomeText.Remark(outcome)));
        }
        return table;
    }
}
