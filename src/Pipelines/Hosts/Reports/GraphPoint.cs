namespace Pipelines.Hosts.Reports;

/// <summary>A place in the picture of a graph: a target, or a bend of an edge that passes a layer.</summary>
internal sealed class GraphPoint(TargetRecord? target, int layer)
{
    public TargetRecord? Target => target;

    public int Layer => layer;

    public List<GraphPoint> Before { get; } = [];

    public List<GraphPoint> After { get; } = [];

    /// <summary>Its middle, from the top.</summary>
    public double Y { get; set; }

    /// <summary>What it takes of its layer, from top to bottom.</summary>
    public double Height => target is null ? 14 : 40;
}
