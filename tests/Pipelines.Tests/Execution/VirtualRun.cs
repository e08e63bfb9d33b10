using System.Collections.Immutable;
using Pipelines.Execution;
using Pipelines.Graph;
using Pipelines.Planning;

namespace Pipelines.Tests.Execution;

/// <summary>A plan carried out in virtual time: targets take what they are said to take, and nothing else takes any.</summary>
internal sealed class VirtualRun
{
    private readonly PriorityQueue<string, long> _ends = new();
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>Carries out all targets of the graph.</summary>
    public VirtualRun(TargetGraph graph, IReadOnlyDictionary<string, TimeSpan> durations, int parallel)
    {
        Plan = Planner.Plan(graph, new([.. graph.Targets.Select(target => target.Name)]));
        var links = new PlanLinks(Plan);
        var progress = new PlanProgress(graph, Plan, links, Urgency.Order(Plan, links, durations), parallel);
        while (!progress.IsDone)
        {
            while (progress.TryStart(out var node))
            {
                Started.Add(node.Name);
                _ends.Enqueue(node.Name, (Length + durations[node.Name]).Ticks);
                Note(graph, node, progress.Running, 1);
            }
            if (!_ends.TryDequeue(out var ended, out var ticks))
            {
                break;
            }
            Length = TimeSpan.FromTicks(ticks);
            Note(graph, graph[ended], progress.Running, -1);
            progress.Settle(new(ended, TargetStatus.Succeeded, Reason: null, durations[ended]));
            Ended.Add(ended, Started.Count);
        }
    }

    public ExecutionPlan Plan { get; }

    public List<string> Started { get; } = [];

    /// <summary>How many targets had started when each ended.</summary>
    public Dictionary<string, int> Ended { get; } = new(StringComparer.Ordinal);

    public int Most { get; private set; }

    /// <summary>Resources that were overused, and exclusive targets that were not alone.</summary>
    public List<string> Overlaps { get; } = [];

    public TimeSpan Length { get; private set; }

    /// <summary>
    /// No order takes less: all work shared among all places, and for each target the work before it shared among all places, then its longest path to the end.
    /// For the first target that is the critical path.
    /// </summary>
    public static TimeSpan LowerBound(TargetGraph graph, IReadOnlyDictionary<string, TimeSpan> durations, int parallel)
    {
        var bound = Sum(durations.Keys) / parallel;
        var remaining = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var target in graph.Targets.Reverse())
        {
            var path = remaining.GetValueOrDefault(target.Name) + durations[target.Name];
            foreach (var before in target.Dependencies.Where(before => remaining.GetValueOrDefault(before) < path))
            {
                remaining[before] = path;
            }
            bound = new[] { bound, (Sum(Before(graph, target)) / parallel) + path }.Max();
        }
        return bound;

        TimeSpan Sum(IEnumerable<string> targets) => targets.Aggregate(TimeSpan.Zero, (sum, target) => sum + durations[target]);
    }

    private static HashSet<string> Before(TargetGraph graph, TargetNode target)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(target.Dependencies);
        while (waiting.TryPop(out var next))
        {
            if (before.Add(next))
            {
                Array.ForEach([.. graph[next].Dependencies], waiting.Push);
            }
        }
        return before;
    }

    private void Note(TargetGraph graph, TargetNode node, int running, int change)
    {
        Most = Math.Max(Most, running);
        foreach (var resource in node.Resources)
        {
            if ((_used[resource.Name] = _used.GetValueOrDefault(resource.Name) + change) > resource.Capacity)
            {
                Overlaps.Add($"{node.Name} overuses {resource.Name}");
            }
        }
        _used["*"] = _used.GetValueOrDefault("*") + (node.IsExclusive ? change : 0);
        if (change > 0 && _used["*"] > 0 && running > 1)
        {
            Overlaps.Add($"{node.Name} is not alone, or beside one that should be: {string.Join(", ", graph.Targets.Where(target => target.IsExclusive).Select(target => target.Name))}");
        }
    }
}
