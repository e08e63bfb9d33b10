using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Planning;

/// <summary>Why targets are skipped: by the caller, by a condition, or because only skipped ones need them.</summary>
internal sealed class SkipRules(TargetGraph graph, PlanRequest request)
{
    public IReadOnlyDictionary<string, string> Reasons(ImmutableArray<string> order)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in order)
        {
            if (Own(graph[name]) is { } reason)
            {
                reasons[name] = reason;
            }
        }
        if (reasons.Count == 0)
        {
            return reasons;
        }
        var needed = Needed(reasons);
        foreach (var name in order.Where(name => !needed.Contains(name) && !reasons.ContainsKey(name)).ToArray())
        {
            reasons[name] = "needed only by skipped targets";
        }
        return reasons;
    }

    private string? Own(TargetNode target)
    {
        if (request.Done.TryGetValue(target.Name, out var done))
        {
            return done;
        }
        if (request.Skip is { } skip && (skip.IsEmpty ? !request.Invoked.Contains(target.Name, StringComparer.Ordinal) : skip.Contains(target.Name, StringComparer.Ordinal)))
        {
            return "--skip";
        }
        var unmet = target.StaticConditions.Where(condition => !condition.Holds()).Select(condition => condition.Text).ToArray();
        return unmet.Length == 0 ? null : $"only when {string.Join(" and ", unmet)}";
    }

    private HashSet<string> Needed(Dictionary<string, string> skipped)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(request.Invoked);
        while (waiting.TryPop(out var name))
        {
            if (!needed.Add(name))
            {
                continue;
            }
            var target = graph[name];
            var runs = !skipped.ContainsKey(name);
            foreach (var next in runs || (target.WhenSkipped == DependencyBehavior.Execute && !request.Done.ContainsKey(name)) ? target.Dependencies : [])
            {
                waiting.Push(next);
            }
            foreach (var next in runs ? target.Triggers : [])
            {
                waiting.Push(next);
            }
        }
        return needed;
    }
}
