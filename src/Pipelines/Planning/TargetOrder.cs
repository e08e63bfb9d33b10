using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Planning;

/// <summary>Puts targets after what they wait for; of those that could come next, the one declared first.</summary>
internal static class TargetOrder
{
    public static ImmutableArray<string> Of(TargetGraph graph, IReadOnlySet<string> scheduled)
    {
        var waitsFor = new Dictionary<string, IReadOnlyCollection<string>>(scheduled.Count, StringComparer.Ordinal);
        var missing = new int[graph.Targets.Length];
        var waiting = new List<int>?[graph.Targets.Length];
        var ready = new RankQueue();
        foreach (var name in scheduled)
        {
            var position = graph.Position(name);
            var before = Before(graph[name], scheduled);
            waitsFor.Add(name, before);
            missing[position] = before.Count;
            foreach (var other in before)
            {
                (waiting[graph.Position(other)] ??= []).Add(position);
            }
            if (before.Count == 0)
            {
                ready.Add(position);
            }
        }
        var order = ImmutableArray.CreateBuilder<string>(scheduled.Count);
        while (ready.Count > 0)
        {
            var position = ready.Take();
            order.Add(graph.Targets[position].Name);
            foreach (var next in waiting[position] ?? [])
            {
                if (--missing[next] == 0)
                {
                    ready.Add(next);
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
