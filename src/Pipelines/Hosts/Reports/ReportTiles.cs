using System.Globalization;
using System.Text;

namespace Pipelines.Hosts.Reports;

/// <summary>The figures of a run at a glance.</summary>
internal static class ReportTiles
{
    public static void Append(StringBuilder page, RunRecord run)
    {
        var work = TimeSpan.FromTicks(run.Targets.Sum(target => target.Duration.Ticks));
        var onPath = run.CriticalPath.ToHashSet(StringComparer.Ordinal);
        var path = TimeSpan.FromTicks(run.Targets.Where(target => onPath.Contains(target.Name)).Sum(target => target.Duration.Ticks));
        page.Append("<dl class=\"tiles\">\n");
        Tile(page, "Targets", Html.Number(run.Targets.Length), Counts(run));
        Tile(page, "Duration", Durations.Show(run.Duration), $"up to {run.Facts.Parallel} at the same time");
        Tile(page, "Work", Durations.Show(work), run.Duration > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{work / run.Duration:0.0} at once on average") : "");
        Tile(page, "Critical path", Durations.Show(path), run.CriticalPath.Length == 1 ? "1 target" : $"{run.CriticalPath.Length} targets one after the other");
        page.Append("</dl>\n");
    }

    private static string Counts(RunRecord run) => string.Join(", ", run.Targets
        .GroupBy(Html.Class, StringComparer.Ordinal)
        .OrderByDescending(group => group.First().Status)
        .Select(group => $"{group.Count()} {group.Key.Replace('-', ' ')}"));

    private static void Tile(StringBuilder page, string name, string value, string more) => page
        .Append("<div><dt>").Append(name).Append("</dt><dd>").Append(Html.Text(value)).Append("<small>").Append(Html.Text(more)).Append("</small></dd></div>\n");
}
