namespace Pipelines.Hosts.Reports;

/// <summary>Orders each layer so that few edges cross, and moves its points level with what they are joined to.</summary>
internal static class GraphLayout
{
    private const int Sweeps = 6;

    /// <returns>The height of the whole.</returns>
    public static double Arrange(List<List<GraphPoint>> layers)
    {
        layers.ForEach(Stack);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Sweep(layers, point => point.Before, Sort);
            Sweep(Enumerable.Reverse(layers), point => point.After, Sort);
        }
        // No layer moves beyond the highest: pushed by each other, they would spread without end.
        var bound = layers.Max(layer => layer.Sum(point => point.Height)) / 2;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Sweep(Enumerable.Reverse(layers), point => point.After, (layer, wanted) => MoveTo(layer, wanted, bound));
            Sweep(layers, point => point.Before, (layer, wanted) => MoveTo(layer, wanted, bound));
        }
        var top = layers.Min(layer => layer[0].Y - (layer[0].Height / 2));
        var bottom = layers.Max(layer => layer[^1].Y + (layer[^1].Height / 2));
        foreach (var point in layers.SelectMany(layer => layer))
        {
            point.Y -= top;
        }
        return bottom - top;
    }

    private static void Sweep(
        IEnumerable<List<GraphPoint>> layers,
        Func<GraphPoint, List<GraphPoint>> neighbours,
        Action<List<GraphPoint>, Dictionary<GraphPoint, double>> arrange)
    {
        foreach (var layer in layers)
        {
            arrange(layer, layer.ToDictionary(point => point, point => neighbours(point) is { Count: > 0 } near ? near.Average(other => other.Y) : point.Y));
        }
    }

    private static void Sort(List<GraphPoint> layer, Dictionary<GraphPoint, double> wanted)
    {
        // Stable, so that the plan's order decides between equals and the same run gives the same picture.
        var sorted = layer.OrderBy(point => wanted[point]).ToList();
        layer.Clear();
        layer.AddRange(sorted);
        Stack(layer);
    }

    /// <summary>One under the other, around zero.</summary>
    private static void Stack(List<GraphPoint> layer)
    {
        var y = -layer.Sum(point => point.Height) / 2;
        foreach (var point in layer)
        {
            point.Y = y + (point.Height / 2);
            y += point.Height;
        }
    }

    /// <summary>As near to where each wants to be as the order allows; what pushes down and what pushes up is shared.</summary>
    private static void MoveTo(List<GraphPoint> layer, Dictionary<GraphPoint, double> wanted, double bound)
    {
        PushDown(layer, point => wanted[point], double.NegativeInfinity);
        var surplus = layer.Average(point => point.Y - wanted[point]);
        var bottom = bound;
        foreach (var point in Enumerable.Reverse(layer))
        {
            point.Y = Math.Min(point.Y - surplus, bottom - (point.Height / 2));
            bottom = point.Y - (point.Height / 2);
        }
        PushDown(layer, point => point.Y, -bound);
    }

    private static void PushDown(List<GraphPoint> layer, Func<GraphPoint, double> wanted, double top)
    {
        foreach (var point in layer)
        {
            point.Y = Math.Max(wanted(point), top + (point.Height / 2));
            top = point.Y + (point.Height / 2);
        }
    }
}
