using System.Text;

namespace Pipelines.Hosts.Reports;

/// <summary>Who waited for whom, from left to right, with the critical path marked.</summary>
internal static class GraphPicture
{
    // More is no picture any more, and its layout would take longer than the rest of the report.
    private const int MostTargets = 400;
    private const double NodeHeight = 28;
    private const double Gap = 46;
    private const double Margin = 4;
    private const int MostLetters = 26;

    public static void Append(StringBuilder page, RunRecord run)
    {
        var joined = run.Targets.SelectMany(target => target.Before.Append(target.Before.Any() ? target.Name : "")).ToHashSet(StringComparer.Ordinal);
        var drawn = run.Targets.Where(target => joined.Contains(target.Name)).ToArray();
        if (run.Targets.Length < 2)
        {
            return;
        }
        page.Append("<section aria-labelledby=\"graph\">\n<h2 id=\"graph\">Graph</h2>\n");
        if (drawn.Length > MostTargets)
        {
            page.Append($"<p class=\"legend\">{Html.Number(drawn.Length)} targets depend on each other: too many for a picture. run.json names what each waited for.</p>\n</section>\n");
            return;
        }
        if (drawn.Length > 0)
        {
            Draw(page, drawn, run.CriticalPath);
        }
        Alone(page, [.. run.Targets.Where(target => !joined.Contains(target.Name))], drawn.Length > 0);
        page.Append("</section>\n");
    }

    private static void Draw(StringBuilder page, TargetRecord[] targets, IEnumerable<string> criticalPath)
    {
        var graph = new GraphLayers(targets);
        var height = GraphLayout.Arrange(graph.Layers) + (2 * Margin);
        var lefts = new double[graph.Layers.Count];
        var widths = new double[graph.Layers.Count];
        var x = Margin;
        for (var layer = 0; layer < lefts.Length; layer++)
        {
            (lefts[layer], widths[layer]) = (x, graph.Layers[layer].Max(Width));
            x += widths[layer] + Gap;
        }
        page.Append("<div class=\"wide\">\n")
            .Append($"<svg role=\"img\" aria-label=\"Which target waited for which\" width=\"{Html.Number(x - Gap + Margin)}\" height=\"{Html.Number(height)}\">\n");
        var place = Places(criticalPath);
        foreach (var edge in graph.Edges.OrderBy(edge => IsCritical(edge, place)))
        {
            Append(page, edge, lefts, widths, IsCritical(edge, place));
        }
        foreach (var point in graph.Layers.SelectMany(layer => layer).Where(point => point.Target is not null))
        {
            Append(page, point.Target!, lefts[point.Layer], point.Y + Margin, widths[point.Layer], place.ContainsKey(point.Target!.Name));
        }
        page.Append("</svg>\n</div>\n<p class=\"legend\"><span class=\"key\"></span>critical path; edges that follow from others are left out</p>\n");
    }

    private static Dictionary<string, int> Places(IEnumerable<string> criticalPath)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in criticalPath)
        {
            places.Add(name, places.Count);
        }
        return places;
    }

    private static bool IsCritical(GraphEdge edge, Dictionary<string, int> place) =>
        place.TryGetValue(edge.Points[0].Target!.Name, out var from) && place.TryGetValue(edge.Points[^1].Target!.Name, out var to) && to == from + 1;

    private static double Width(GraphPoint point) => point.Target is null ? 0 : (Math.Min(point.Target.Name.Length, MostLetters) * 7) + 38;

    private static void Append(StringBuilder page, GraphEdge edge, double[] lefts, double[] widths, bool critical)
    {
        var classes = $"edge {edge.Kind}{(critical ? " critical" : "")}".TrimEnd();
        page.Append($"<path class=\"{classes}\" d=\"M{Html.Number(lefts[edge.Points[0].Layer] + widths[edge.Points[0].Layer])} {Html.Number(edge.Points[0].Y + Margin)}");
        for (var i = 1; i < edge.Points.Count; i++)
        {
            var (from, to) = (edge.Points[i - 1], edge.Points[i]);
            var start = lefts[from.Layer] + widths[from.Layer];
            var end = lefts[to.Layer];
            var middle = Html.Number((start + end) / 2);
            page.Append($"C{middle} {Html.Number(from.Y + Margin)} {middle} {Html.Number(to.Y + Margin)} {Html.Number(end)} {Html.Number(to.Y + Margin)}");
            if (to.Target is null)
            {
                page.Append($"H{Html.Number(end + widths[to.Layer])}");
            }
        }
        page.Append("\"/>\n");
    }

    private static void Append(StringBuilder page, TargetRecord target, double x, double y, double width, bool critical)
    {
        var name = target.Name.Length <= MostLetters ? target.Name : $"{target.Name[..(MostLetters - 1)]}…";
        var time = target.Ran ? $": {Durations.Show(target.Duration)}" : "";
        page.Append($"<g class=\"node {Html.Class(target)}{(critical ? " critical" : "")}\"><title>{Html.Text(target.Name)} {Html.Class(target).Replace('-', ' ')}{time}</title>")
            .Append($"<rect x=\"{Html.Number(x)}\" y=\"{Html.Number(y - (NodeHeight / 2))}\" width=\"{Html.Number(width)}\" height=\"{Html.Number(NodeHeight)}\" rx=\"6\"/>")
            .Append($"<text x=\"{Html.Number(x + 10)}\" y=\"{Html.Number(y + 4)}\">{Html.Sign(target)} {Html.Text(name)}</text></g>\n");
    }

    private static void Alone(StringBuilder page, TargetRecord[] targets, bool besideOthers)
    {
        if (targets.Length == 0)
        {
            return;
        }
        page.Append($"<p class=\"legend\">{(besideOthers ? "Without an edge:" : "No target waits for another.")}</p>\n<ul class=\"chips\">\n");
        foreach (var target in targets)
        {
            page.Append($"<li class=\"{Html.Class(target)}\">{Html.Sign(target)} {Html.Text(target.Name)}</li>\n");
        }
        page.Append("</ul>\n");
    }
}
