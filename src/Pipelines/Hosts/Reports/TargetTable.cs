using System.Text;

namespace Pipelines.Hosts.Reports;

/// <summary>Every target of a run: how it ended, when it ran, and why it ran or did not.</summary>
internal static class TargetTable
{
    private const double Width = 180;

    public static void Append(StringBuilder page, RunRecord run)
    {
        page.Append("<section aria-labelledby=\"targets\">\n<h2 id=\"targets\">Targets</h2>\n<div class=\"wide\">\n<table>\n<thead><tr><th scope=\"col\">Target</th><th scope=\"col\">Status</th>")
            .Append("<th scope=\"col\">Duration</th><th scope=\"col\">When</th><th scope=\"col\">Why, and what it found</th></tr></thead>\n<tbody>\n");
        var needs = Needs(run);
        foreach (var target in run.Targets)
        {
            page.Append($"<tr class=\"{Html.Class(target)}\"><th scope=\"row\">{Html.Text(target.Name)}</th><td class=\"status\">{Html.Sign(target)} {Html.Class(target).Replace('-', ' ')}</td>")
                .Append($"<td class=\"number\">{(target.Ran ? Durations.Show(target.Duration) : "")}</td><td class=\"when\">");
            When(page, target, run.Duration);
            page.Append("</td><td>");
            foreach (var (name, value) in target.Figures)
            {
                page.Append($"<span class=\"figure\">{Html.Text(name)}: <b>{Html.Text(value)}</b></span>");
            }
            page.Append($"<div class=\"why\">{Html.Text(Why(target, needs))}</div></td></tr>\n");
        }
        page.Append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void When(StringBuilder page, TargetRecord target, TimeSpan whole)
    {
        if (target.Start is not { } start || whole <= TimeSpan.Zero)
        {
            return;
        }
        var x = start / whole * Width;
        var width = Math.Clamp(target.Duration / whole * Width, 2, Width);
        page.Append($"<svg aria-hidden=\"true\" width=\"{Html.Number(Width)}\" height=\"10\"><rect class=\"bar {Html.Class(target)}\" x=\"{Html.Number(Math.Min(x, Width - width))}\" y=\"0.5\" width=\"{Html.Number(width)}\" height=\"9\" rx=\"2\"/></svg>");
    }

    private static string Why(TargetRecord target, Dictionary<string, string> needs)
    {
        var meant = target.Planned.Invoked
            ? "asked for"
            : target.Planned.TriggeredBy.IsEmpty
                ? needs.TryGetValue(target.Name, out var needed) ? $"needed by {needed}" : "planned"
                : $"triggered by {string.Join(", ", target.Planned.TriggeredBy)}";
        var tries = target.Tries > 1 ? $"; try {target.Tries}" : "";
        return target.Reason is { } reason ? $"{meant}{tries}; {reason.Split('\n')[0]}" : meant + tries;
    }

    /// <summary>The first target of the plan that depends on each.</summary>
    private static Dictionary<string, string> Needs(RunRecord run)
    {
        var needs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in run.Targets)
        {
            foreach (var dependency in target.Planned.Dependencies)
            {
                needs.TryAdd(dependency, target.Name);
            }
        }
        return needs;
    }
}
