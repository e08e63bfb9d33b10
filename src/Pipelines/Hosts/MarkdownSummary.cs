using System.Text;
using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>The end of a run in Markdown, for the summary page of a GitHub job.</summary>
internal static class MarkdownSummary
{
    public static string Write(RunEvent.RunEnded end)
    {
        var text = new StringBuilder($"### {(end.ExitCode == ExitCodes.Success ? "✅" : "❌")} {SummaryText.LastLine(end)}\n\n");
        text.Append("| Target | Status | Duration | |\n| --- | --- | ---: | --- |\n");
        foreach (var outcome in end.Outcomes)
        {
            var time = outcome.Status is TargetStatus.NotRun or TargetStatus.Skipped ? "" : Durations.Show(outcome.Duration);
            text.Append($"| {MarkdownText.Cell(outcome.Name)} | {Sign(outcome.Status)} {OutcomeText.Status(outcome)} | {time} | {MarkdownText.Cell(OutcomeText.Remark(outcome))} |\n");
        }
        foreach (var (heading, lines) in end.Outcomes.SelectMany(outcome => outcome.Details))
        {
            text.Append('\n').Append(MarkdownText.Block(heading, lines, isOpen: false));
        }
        foreach (var outcome in end.Outcomes.Where(outcome => outcome.Status == TargetStatus.Failed))
        {
            text.Append('\n').Append(MarkdownText.Block($"{outcome.Name} failed", outcome.Reason ?? "", isOpen: true));
        }
        return text.Append('\n').ToString();
    }

    private static string Sign(TargetStatus status) => status switch
    {
        TargetStatus.Succeeded => "✅",
        TargetStatus.Failed => "❌",
        TargetStatus.Cancelled => "⏹️",
        TargetStatus.Skipped => "⏭️",
        _ => "⬜",
    };
}
