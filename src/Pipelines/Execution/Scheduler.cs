using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Runs a plan: what is ready runs, as many at once as allowed, until all targets have an outcome.</summary>
internal sealed class Scheduler(TargetGraph graph, ExecutionPlan plan, RunOptions options, RunEvents events, TimeProvider time)
{
    private readonly PlanProgress _progress = new(graph, plan);
    private readonly Dictionary<Task<TargetOutcome>, TargetNode> _running = [];

    /// <summary>Outcomes in the plan's order; cancelling stops all targets but the assured ones.</summary>
    public async Task<ImmutableArray<TargetOutcome>> RunAsync(TargetRunner runner, CancellationToken cancellationToken)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var cleanup = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var limit = cancellationToken.Register(() => cleanup.CancelAfter(options.CleanupLimit));
        while (!_progress.IsDone)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                _progress.Stop("the run was cancelled");
            }
            while (_progress.TryTake(MayStart, out var node, out var settled))
            {
                if (settled is not null)
                {
                    End(settled);
                    continue;
                }
                var token = node.IsAssured ? cleanup.Token : work.Token;
                _running.Add(Task.Run(() => runner.RunAsync(node.Name, token), CancellationToken.None), node);
            }
            if (_running.Count > 0)
            {
                await SettleOneAsync(work);
            }
        }
        return _progress.Outcomes;
    }

    private bool MayStart(TargetNode node) =>
        _running.Count < options.Parallel
        && (_running.Count == 0 || (!node.IsExclusive && !_running.Values.Any(other => other.IsExclusive)));

    private async Task SettleOneAsync(CancellationTokenSource work)
    {
        var done = await Task.WhenAny(_running.Keys);
        _running.Remove(done, out var node);
        var outcome = await done;
        if (outcome.Status == TargetStatus.Failed && !node!.ProceedsAfterFailure && _progress.Stop($"'{outcome.Name}' failed"))
        {
            await work.CancelAsync();
        }
        End(outcome.Status == TargetStatus.Cancelled && _progress.StopReason is { } reason ? outcome with { Reason = $"cancelled because {reason}" } : outcome);
    }

    private void End(TargetOutcome outcome)
    {
        _progress.Settle(outcome);
        events.Tell(new RunEvent.TargetEnded(outcome));
    }
}
