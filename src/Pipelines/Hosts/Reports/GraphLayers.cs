namespace Pipelines.Hosts.Reports;

/// <summary>Puts targets into layers from left to right, each behind everything it waits for.</summary>
internal sealed class GraphLayers
{
    private readonly Dictionary<string, GraphPoint> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _reached = new(StringComparer.Ordinal);

    /// <param name="targets">In the plan's order, each with an edge.</param>
    public GraphLayers(IEnumerable<TargetRecord> targets)
    {
        foreach (var target in targets)
        {
            Add(target);
        }
    }

    public List<List<GraphPoint>> Layers { get; } = [];

    public List<GraphEdge> Edges { get; } = [];

    private void Add(TargetRecord target)
    {
        var point = Place(new(target, target.Before.Select(name => _points[name].Layer + 1).DefaultIfEmpty(0).Max()));
        _points.Add(target.Name, point);
        var reached = _reached[target.Name] = new(StringComparer.Ordinal);
        var before = target.Before.ToHashSet(StringComparer.Ordinal);
        foreach (var name in before)
        {
            reached.UnionWith(_reached[name]);
        }
        // What another edge already says is left out: the picture is for the eye, the table names all.
        foreach (var name in before.Where(name => !reached.Contains(name)))
        {
            var kind = target.Planned.Dependencies.Contains(name, StringComparer.Ordinal) ? "" : target.Planned.TriggeredBy.Contains(name, StringComparer.Ordinal) ? "trigger" : "after";
            Edges.Add(new(Bends(_points[name], point), kind));
        }
        reached.UnionWith(before);
    }

    private List<GraphPoint> Bends(GraphPoint from, GraphPoint to)
    {
        List<GraphPoint> points = [from];
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            points.Add(Place(new(target: null, layer)));
        }
        points.Add(to);
        for (var i = 1; i < points.Count; i++)
        {
            points[i - 1].After.Add(points[i]);
            points[i].Before.Add(points[i - 1]);
        }
        return points;
    }

    private GraphPoint Place(GraphPoint point)
    {
        while (Layers.Count <= point.Layer)
        {
            Layers.Add([]);
        }
        Layers[point.Layer].Add(point);
        return point;
    }
}
