using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Planning;

/// <summary>Chooses which targets run, in which order, and which are skipped.</summary>
internal static class Planner
{
    /// <summary>The plan of what was asked for.</summary>
    /// <exception cref="DefinitionException">The targets wait for each other in a circle; the message shows every circle's path.</exception>
    public static ExecutionPlan Plan(TargetGraph graph, PlanRequest request)
    {
        var scheduled = Schedule(graph, request.Invoked);
        var order = TargetOrder.Of(graph, scheduled);
        var skips = new SkipRules(graph, request).Reasons(order);
        var invoked = request.Invoked.ToHashSet(StringComparer.Ordinal);
        return new(
        [
            .. order.Select(name => graph[name]).Select(target => new PlannedTarget(target.Name, invoked.Contains(target.Name))
            {
                Description = target.Description,
                SkipReason = skips.GetValueOrDefault(target.Name),
                Dependencies = target.Dependencies,
                TriggeredBy = [.. target.TriggeredBy.Where(scheduled.Contains)],
                After = [.. target.After.Union(target.Consumes, StringComparer.Ordinal).Where(scheduled.Contains)],
            }),
        ]);
    }

    private static HashSet<string> Schedule(TargetGraph graph, ImmutableArray<string> invoked)
    {
        var scheduled = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(invoked);
        while (waiting.TryPop(out var name))
        {
            if (!scheduled.Add(name))
            {
                continue;
            }
            foreach (var next in graph[name].Dependencies.Concat(graph[name].Triggers))
            {
                waiting.Push(next);
            }
        }
        return scheduled;
    }
}
