using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Planning;

/// <summary>Puts targets after what they wait for; of those that could come next, the one declared first.</summary>
internal static class TargetOrder
{
    public static ImmutableArray<string> Of(TargetGraph graph, IReadOnlySet<string> scheduled)
    {
        var waitsFor = scheduled.ToDictionary(name => name, IReadOnlyCollection<string> (name) => Before(graph[name], scheduled), StringComparer.Ordinal);
        var missing = waitsFor.ToDictionary(entry => entry.Key, entry => entry.Value.Count, StringComparer.Ordinal);
        var waiting = waitsFor.SelectMany(entry => entry.Value.Select(before => (before, entry.Key))).ToLookup(edge => edge.before, edge => edge.Key, StringComparer.Ordinal);
        var ready = new PriorityQueue<string, int>(missing.Where(entry => entry.Value == 0).Select(entry => (entry.Key, graph.Position(entry.Key))));
        var order = ImmutableArray.CreateBuilder<string>(scheduled.Count);
        while (ready.TryDequeue(out var name, out _))
        {
            order.Add(name);
            foreach (var next in waiting[name])
            {
                if (--missing[next] == 0)
                {
                    ready.Enqueue(next, graph.Position(next));
                }
            }
        }
        return order.Count == scheduled.Count
            ? order.MoveToImmutable()
            : throw new DefinitionException(string.Join('\n', Circles.Describe(waitsFor, order)));
    }

    private static HashSet<string> Before(TargetNode target, IReadOnlySet<string> scheduled) =>
        target.Dependencies.Concat(target.TriggeredBy).Concat(target.After).Concat(target.Consumes).Where(scheduled.Contains).ToHashSet(StringComparer.Ordinal);
}
