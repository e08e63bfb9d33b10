using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Where a run stands in its plan, and what may come next.</summary>
internal sealed class PlanProgress
{
    private readonly TargetGraph _graph;
    private readonly ExecutionPlan _plan;
    private readonly Dictionary<string, TargetOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _waitsFor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _followers = new(StringComparer.Ordinal);
    private readonly PriorityQueue<PlannedTarget, int> _ready = new();
    private readonly Readiness _readiness;

    public PlanProgress(TargetGraph graph, ExecutionPlan plan)
    {
        (_graph, _plan) = (graph, plan);
        _readiness = new(graph, plan, _outcomes);
        foreach (var (position, target) in plan.Targets.Index())
        {
            var before = target.Dependencies.Concat(target.TriggeredBy).Concat(target.After).ToHashSet(StringComparer.Ordinal);
            _waitsFor[target.Name] = before.Count;
            _followers[target.Name] = [];
            foreach (var name in before)
            {
                _followers[name].Add(position);
            }
            if (before.Count == 0)
            {
                _ready.Enqueue(target, position);
            }
        }
    }

    public bool IsDone => _outcomes.Count == _plan.Targets.Length;

    /// <summary>Why only assured targets still start; null while all do.</summary>
    public string? StopReason { get; private set; }

    public ImmutableArray<TargetOutcome> Outcomes => [.. _plan.Targets.Select(target => _outcomes[target.Name])];

    /// <summary>From now on only assured targets start; false when that was so before.</summary>
    public bool Stop(string reason)
    {
        var first = StopReason is null;
        StopReason ??= reason;
        return first;
    }

    /// <summary>Takes the next target in the plan's order whose turn has come.</summary>
    /// <param name="mayStart">There is room for it.</param>
    /// <param name="node">The target.</param>
    /// <param name="settled">Its outcome when it does not have to run.</param>
    public bool TryTake(Func<TargetNode, bool> mayStart, [NotNullWhen(true)] out TargetNode? node, out TargetOutcome? settled)
    {
        (node, settled) = (null, null);
        if (!_ready.TryPeek(out var target, out _))
        {
            return false;
        }
        var candidate = _graph[target.Name];
        settled = _readiness.Judge(target, StopReason);
        // The first in the plan's order waits for its place and lets no later one pass, or an exclusive target might wait for ever.
        if (settled is null && !mayStart(candidate))
        {
            return false;
        }
        _ready.Dequeue();
        node = candidate;
        return true;
    }

    public void Settle(TargetOutcome outcome)
    {
        _outcomes.Add(outcome.Name, outcome);
        foreach (var position in _followers[outcome.Name])
        {
            var follower = _plan.Targets[position];
            if (--_waitsFor[follower.Name] == 0)
            {
                _ready.Enqueue(follower, position);
            }
        }
    }
}
