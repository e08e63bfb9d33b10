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
            text.Append($"| {Cell(outcome.Name)} | {Sign(outcome.Status)} {OutcomeText.Status(outcome)} | {time} | {Cell(OutcomeText.Remark(outcome))} |\n");
        }
        foreach (var outcome in end.Outcomes.Where(outcome => outcome.Status == TargetStatus.Failed))
        {
            text.Append($"\n<details open><summary>{Plain(outcome.Name)} failed</summary>\n\n<pre>{Plain(outcome.Reason ?? "")}</pre>\n\n</details>\n");
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

    private static string Cell(string text) => Plain(text).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    // What a program said must not become a link, an image or a mention.
    private static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("[", "&#91;", StringComparison.Ordinal)
        .Replace("@", "&#64;", StringComparison.Ordinal)
        .Replace("`", "&#96;", StringComparison.Ordinal);
}
