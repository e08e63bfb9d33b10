using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Where a run stands in its plan, and what may come next.</summary>
internal sealed class PlanProgress
{
    private readonly TargetGraph _graph;
    private readonly ExecutionPlan _plan;
    private readonly PlanLinks _links;
    private readonly int[] _order;
    private readonly int[] _ranks;
    private readonly int[] _waitsFor;
    private readonly Dictionary<string, TargetOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _running = new(StringComparer.Ordinal);
    private readonly Queue<TargetOutcome> _decided = new();
    private readonly WaitingTargets _waiting = new();
    private readonly Places _places;
    private readonly Readiness _readiness;

    /// <summary>Nothing has started.</summary>
    /// <param name="graph">The targets.</param>
    /// <param name="plan">Which of them run.</param>
    /// <param name="links">Who waits for whom.</param>
    /// <param name="order">Positions in the plan, what starts first at the front.</param>
    /// <param name="parallel">Targets at the same time, at least 1.</param>
    public PlanProgress(TargetGraph graph, ExecutionPlan plan, PlanLinks links, int[] order, int parallel)
    {
        (_graph, _plan, _links, _order) = (graph, plan, links, order);
        _ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            _ranks[order[rank]] = rank;
        }
        _places = new(parallel);
        _readiness = new(graph, plan, _outcomes);
        _waitsFor = new int[plan.Targets.Length];
        for (var position = 0; position < _waitsFor.Length; position++)
        {
            _waitsFor[position] = links.Before(position);
            if (_waitsFor[position] == 0)
            {
                Admit(position);
            }
        }
    }

    public bool IsDone => _outcomes.Count == _plan.Targets.Length;

    public int Running => _running.Count;

    /// <summary>A target that waits has a place.</summary>
    public bool CanStart => _waiting.HaveOneFor(_places);

    /// <summary>Why only assured targets still start; null while all do.</summary>
    public string? StopReason { get; private set; }

    public ImmutableArray<TargetOutcome> Outcomes => [.. _plan.Targets.Select(target => _outcomes[target.Name])];

    /// <summary>From now on only assured targets start; false when that was so before.</summary>
    public bool Stop(string reason)
    {
        if (StopReason is not null)
        {
            return false;
        }
        StopReason = reason;
        foreach (var position in _waiting.TakeAll().Select(rank => _order[rank]).Order())
        {
            Admit(position);
        }
        return true;
    }

    /// <summary>Takes the outcome of a target that does not have to run; to be settled as any other.</summary>
    public bool TryDecide([NotNullWhen(true)] out TargetOutcome? outcome) => _decided.TryDequeue(out outcome);

    /// <summary>Starts the most urgent target that has a place.</summary>
    public bool TryStart([NotNullWhen(true)] out TargetNode? node)
    {
        node = _waiting.Take(_places) is { } rank ? _graph[_plan.Targets[_order[rank]].Name] : null;
        if (node is not null)
        {
            _running.Add(node.Name, Claim.Of(node));
        }
        return node is not null;
    }

    public void Settle(TargetOutcome outcome)
    {
        if (_running.Remove(outcome.Name, out var claim))
        {
            _places.Leave(claim);
        }
        _outcomes.Add(outcome.Name, outcome);
        foreach (var follower in _links.Followers(_links.Position(outcome.Name)))
        {
            if (--_waitsFor[follower] == 0)
            {
                Admit(follower);
            }
        }
    }

    private void Admit(int position)
    {
        var target = _plan.Targets[position];
        if (_readiness.Judge(target, StopReason) is { } outcome)
        {
            _decided.Enqueue(outcome);
        }
        else
        {
            _waiting.Add(_ranks[position], Claim.Of(_graph[target.Name]));
        }
    }
}
