using System.Collections.Concurrent;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Runs a plan: what is ready runs, as many at once as allowed, until all targets have an outcome.</summary>
/// <param name="graph">The targets.</param>
/// <param name="progress">The plan before its start.</param>
/// <param name="options">Limits.</param>
/// <param name="events">Told when a target ended.</param>
/// <param name="time">Measures the limit of a clean-up.</param>
internal sealed class Scheduler(TargetGraph graph, PlanProgress progress, RunOptions options, RunEvents events, TimeProvider time)
{
    private readonly ConcurrentQueue<Task<TargetOutcome>> _ended = new();

    /// <summary>Goes on until the plan is done; cancelling stops all targets but the assured ones.</summary>
    public async Task RunAsync(TargetRunner runner, CancellationToken cancellationToken)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var cleanup = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var limit = cancellationToken.Register(() => cleanup.CancelAfter(options.CleanupLimit));
        using var ends = new SemaphoreSlim(0);
        while (!progress.IsDone)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                progress.Stop("the run was cancelled");
            }
            while (progress.TryDecide(out var decided))
            {
                End(decided);
            }
            while (progress.TryStart(out var node))
            {
                var (name, token) = (node.Name, node.IsAssured ? cleanup.Token : work.Token);
                if (progress.Running == 1 && !progress.CanStart)
                {
                    // Alone, so nothing is to be decided before it ends, and no other thread is needed.
                    await SettleAsync(runner.RunAsync(name, token), work);
                    break;
                }
                _ = Task.Run(() => runner.RunAsync(name, token), CancellationToken.None)
                    .ContinueWith(task => Note(task, ends), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
            if (progress.Running > 0)
            {
                // Not the token: what runs is told to stop by its own, and its end is waited for.
                await ends.WaitAsync(CancellationToken.None);
                _ended.TryDequeue(out var task);
                await SettleAsync(task!, work);
            }
        }
    }

    private void Note(Task<TargetOutcome> task, SemaphoreSlim ends)
    {
        _ended.Enqueue(task);
        ends.Release();
    }

    private async Task SettleAsync(Task<TargetOutcome> task, CancellationTokenSource work)
    {
        var outcome = await task;
        if (outcome.Status == TargetStatus.Failed && !graph[outcome.Name].ProceedsAfterFailure && progress.Stop($"'{outcome.Name}' failed"))
        {
            await work.CancelAsync();
        }
        End(outcome.Status == TargetStatus.Cancelled && progress.StopReason is { } reason ? outcome with { Reason = $"cancelled because {reason}" } : outcome);
    }

    private void End(TargetOutcome outcome)
    {
        progress.Settle(outcome);
        events.Tell(new RunEvent.TargetEnded(outcome));
    }
}
