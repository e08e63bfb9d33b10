using System.Text;

namespace Pipelines.Hosts.Reports;

/// <summary>What ran when, in as many lanes as ran at the same time.</summary>
internal static class Timeline
{
    private const double Width = 1100;
    private const double Left = 26;
    private const double Top = 24;
    private const double LaneHeight = 30;
    private const double BarHeight = 22;
    private const double LetterWidth = 6.6;

    public static void Append(StringBuilder page, RunRecord run)
    {
        var ran = run.Targets.Where(target => target.Ran).OrderBy(target => target.Start).ToArray();
        if (ran.Length == 0)
        {
            return;
        }
        var lanes = Lanes(ran);
        var scale = (Width - Left - 4) / Math.Max(run.Duration.TotalMilliseconds, 0.001);
        var height = Top + (LaneHeight * lanes.Count) + 4;
        page.Append("<section aria-labelledby=\"timeline\">\n<h2 id=\"timeline\">Timeline</h2>\n<div class=\"wide\">\n")
            .Append($"<svg role=\"img\" aria-label=\"What ran when; the table below says the same\" width=\"{Html.Number(Width)}\" height=\"{Html.Number(height)}\" viewBox=\"0 0 {Html.Number(Width)} {Html.Number(height)}\">\n");
        Axis(page, run.Duration, scale, height);
        var critical = run.CriticalPath.ToHashSet(StringComparer.Ordinal);
        foreach (var (number, lane) in lanes.Index())
        {
            var y = Top + (number * LaneHeight);
            page.Append($"<text class=\"dim\" x=\"0\" y=\"{Html.Number(y + 15)}\">{Html.Number(number + 1)}</text>\n");
            foreach (var (place, target) in lane.Index())
            {
                var next = place + 1 < lane.Count ? Left + (lane[place + 1].Start!.Value.TotalMilliseconds * scale) : Width;
                Bar(page, target, Left + (target.Start!.Value.TotalMilliseconds * scale), next, y, scale, critical.Contains(target.Name));
            }
        }
        page.Append("</svg>\n</div>\n<p class=\"legend\"><span class=\"key\"></span>critical path: with any number of cores the run takes at least this long</p>\n</section>\n");
    }

    // Each goes where the lane became free longest ago in the order of lanes, so that few lanes are needed and their order is calm.
    private static List<List<TargetRecord>> Lanes(TargetRecord[] ran)
    {
        var lanes = new List<List<TargetRecord>>();
        foreach (var target in ran)
        {
            var lane = lanes.Find(lane => lane[^1].Start + lane[^1].Duration <= target.Start);
            if (lane is null)
            {
                lanes.Add(lane = []);
            }
            lane.Add(target);
        }
        return lanes;
    }

    private static void Axis(StringBuilder page, TimeSpan duration, double scale, double height)
    {
        var step = Step(duration);
        for (var at = TimeSpan.Zero; at <= duration; at += step)
        {
            var x = Html.Number(Left + (at.TotalMilliseconds * scale));
            page.Append($"<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"18\" y2=\"{Html.Number(height)}\"/>");
            if (Left + (at.TotalMilliseconds * scale) < Width - 50)
            {
                page.Append($"<text class=\"dim\" x=\"{x}\" y=\"11\">{(at == TimeSpan.Zero ? "0" : Durations.Show(at))}</text>\n");
            }
        }
    }

    /// <summary>The shortest round time that parts the axis into ten at most.</summary>
    private static TimeSpan Step(TimeSpan duration)
    {
        ReadOnlySpan<int> seconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
        if (duration < TimeSpan.FromSeconds(5))
        {
            var step = TimeSpan.FromMilliseconds(1);
            for (var i = 0; duration / step > 10; i++)
            {
                step *= i % 3 == 1 ? 2.5 : 2;
            }
            return step;
        }
        foreach (var second in seconds)
        {
            if (duration.TotalSeconds / second <= 10)
            {
                return TimeSpan.FromSeconds(second);
            }
        }
        return TimeSpan.FromHours(Math.Ceiling(duration.TotalHours / 10));
    }

    private static void Bar(StringBuilder page, TargetRecord target, double x, double next, double y, double scale, bool critical)
    {
        var width = Math.Max(target.Duration.TotalMilliseconds * scale, 2);
        var text = Html.Text(target.Name);
        page.Append($"<g><title>{text}: {Durations.Show(target.Duration)}, from {Durations.Show(target.Start!.Value)}</title>")
            .Append($"<rect class=\"bar {Html.Class(target)}{(critical ? " critical" : "")}\" x=\"{Html.Number(x)}\" y=\"{Html.Number(y)}\" width=\"{Html.Number(width)}\" height=\"{Html.Number(BarHeight)}\" rx=\"3\"/>");
        var letters = target.Name.Length * LetterWidth;
        // Inside when it fits, else behind it when nothing follows there.
        if (letters + 14 <= width || x + width + letters + 12 <= next)
        {
            page.Append($"<text x=\"{Html.Number(letters + 14 <= width ? x + 7 : x + width + 6)}\" y=\"{Html.Number(y + 15)}\">{text}</text>");
        }
        page.Append("</g>\n");
    }
}
