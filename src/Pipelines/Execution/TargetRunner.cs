using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Carries one target through: conditions, cache, tries, outcome. Throws for nothing the target does.</summary>
internal sealed class TargetRunner(TargetGraph graph, RunResults results, RunEvents events, EarlierWork earlier, RunOptions options, TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    private readonly Lazy<object?> _prepared = new(() =>
    {
        options.BeforeWork();
        return null;
    });

    public async Task<TargetOutcome> RunAsync(string name, CancellationToken cancellationToken)
    {
        var node = graph[name];
        var start = time.GetTimestamp();
        await using var output = Output(node, events.Tell);
        await using var console = Output(node, events.Post);
        var run = new TargetRun(node, graph, results, events, options.Parallel, output);
        (Ambient.Required with { Sink = run.Say, Output = console }).Enter();
        var outcome = await JudgeAsync(node, run, cancellationToken);
        outcome = outcome with { Duration = time.GetElapsedTime(start), Figures = run.Figures, Details = run.Details };
        results.End(outcome);
        return outcome;
    }

    private TextWriter Output(TargetNode node, Action<RunEvent> tell) => options.OnlyAnswers && node.IsQuery
        ? new PieceOutput(text => tell(new RunEvent.Answered(node.Name, text)))
        : new LineOutput(text => tell(new RunEvent.LineWritten(node.Name, LogLevel.Information, text)));

    private async Task<TargetOutcome> JudgeAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        try
        {
            string[] unmet = [.. node.DynamicConditions.Where(condition => !condition.Holds()).Select(condition => condition.Text)];
            if (unmet.Length > 0)
            {
                return new(node.Name, TargetStatus.Skipped, $"only when {string.Join(" and ", unmet)}", TimeSpan.Zero) { Skip = SkipKind.Unwanted };
            }
            var answer = await earlier.AskAsync(node, run, cancellationToken);
            if (answer.Outcome is { } unchanged)
            {
                return unchanged;
            }
            events.Tell(new RunEvent.TargetStarted(node.Name));
            earlier.TellCause(node, answer);
            _ = _prepared.Value;
            var result = await TryAsync(node, run, cancellationToken);
            if (node.ResultType is { } type)
            {
                results.Keep(node.Name, RunResult.Given(result, type, written: options.Folder is not null));
            }
            await earlier.KeepAsync(node, answer, run, cancellationToken);
            return new(node.Name, TargetStatus.Succeeded, Reason: null, TimeSpan.Zero) { Cause = answer.Cause };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(node.Name, TargetStatus.Cancelled, "cancelled", TimeSpan.Zero);
        }
#pragma warning disable CA1031 // Whatever the author's code throws is the outcome of the target.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new(node.Name, TargetStatus.Failed, FailureText.Of(exception), TimeSpan.Zero) { Failure = exception };
        }
    }

    private Task<object?> TryAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken) => Tries.Serves(node)
        ? new Tries(node, events.Tell, time).RunAsync(token => WorkAsync(node, run, token), cancellationToken)
        : WorkAsync(node, run, cancellationToken);

    private Task<object?> WorkAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return StoppingAsync(node, Task.Run(() => InTurnAsync(node, run, cancellationToken), CancellationToken.None), cancellationToken);
    }

    /// <summary>Waits for the work; once it is told to stop, only so long.</summary>
    private async Task<object?> StoppingAsync(TargetNode node, Task<object?> work, CancellationToken stop)
    {
        // Most work is either over in a moment, and then needs no machinery that waits for it, or takes so long that this does not matter.
        // Not on a thread of the pool, which the work itself may be waiting for.
        if (!Thread.CurrentThread.IsThreadPoolThread)
        {
            Task.WaitAny([work], Moment);
        }
        try
        {
            return await work.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            using var patience = new CancellationTokenSource(node.StopLimit ?? options.StopLimit, time);
            await Task.WhenAny(work, Task.Delay(Timeout.InfiniteTimeSpan, time, patience.Token));
        }
        return work.IsCompleted ? await work : throw LeftBehind(node);
    }

    private static async Task<object?> InTurnAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        (Ambient.Required with { CancellationToken = cancellationToken }).Enter();
        object? result = null;
        foreach (var work in node.Work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result = await work.RunAsync(run, cancellationToken);
        }
        return result;
    }

    private TargetFailedException LeftBehind(TargetNode node) =>
        new($"'{node.Name}' did not stop within {(node.StopLimit ?? options.StopLimit).TotalSeconds:0.#} s of being told to, so it was left behind. Pass its CancellationToken on to what takes long, or say StopsWithin(...).")
        {
            LeavesWorkBehind = true,
        };
}
