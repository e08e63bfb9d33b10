namespace Pipelines.Analyzers.Targets;

/// <summary>Finds circles, each once.</summary>
internal static class Circles
{
    /// <summary>The edges of each circle, from the target whose name comes first; of circles that share targets the shortest.</summary>
    public static IEnumerable<IReadOnlyList<Edge>> Of(BuildGraph graph)
    {
        var left = Knotted(graph);
        foreach (var name in left.OrderBy(name => name, StringComparer.Ordinal).ToList())
        {
            if (left.Contains(name) && Shortest(name, graph, left) is { } circle)
            {
                left.ExceptWith(circle.Select(edge => edge.From));
                yield return circle;
            }
        }
    }

    // Whoever waits only for targets that can run can run: what is left has a circle before it.
    private static HashSet<string> Knotted(BuildGraph graph)
    {
        var edges = graph.Names.SelectMany(graph.Before).ToList();
        var waiting = edges.ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
        var missing = graph.Names.ToDictionary(name => name, name => graph.Before(name).Count, StringComparer.Ordinal);
        var ready = new Stack<string>(missing.Where(entry => entry.Value == 0).Select(entry => entry.Key));
        var left = new HashSet<string>(graph.Names, StringComparer.Ordinal);
        while (ready.Count > 0)
        {
            var name = ready.Pop();
            left.Remove(name);
            foreach (var next in waiting[name])
            {
                if (--missing[next] == 0)
                {
                    ready.Push(next);
                }
            }
        }

        return left;
    }

    private static List<Edge>? Shortest(string start, BuildGraph graph, HashSet<string> left)
    {
        var reachedBy = new Dictionary<string, Edge>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.Count > 0 && !reachedBy.ContainsKey(start))
        {
            foreach (var edge in graph.Before(waiting.Dequeue()).Where(edge => left.Contains(edge.To) && !reachedBy.ContainsKey(edge.To)))
            {
                reachedBy.Add(edge.To, edge);
                waiting.Enqueue(edge.To);
            }
        }

        if (!reachedBy.TryGetValue(start, out var last))
        {
            return null;
        }

        var circle = new List<Edge> { last };
        while (circle[0].From != start)
        {
            circle.Insert(0, reachedBy[circle[0].From]);
        }

        return circle;
    }
}
