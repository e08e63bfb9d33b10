using Pipelines.Execution.Caching;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Carries one target through: conditions, cache, tries, outcome. Throws for nothing the target does.</summary>
internal sealed class TargetRunner(TargetGraph graph, RunResults results, RunEvents events, TargetCache cache, RunOptions options, TimeProvider time)
{
    public async Task<TargetOutcome> RunAsync(string name, CancellationToken cancellationToken)
    {
        var node = graph[name];
        var start = time.GetTimestamp();
        (Ambient.Required with { Sink = (level, text) => events.Tell(new RunEvent.LineWritten(name, level, text)) }).Enter();
        await using var output = options.OnlyAnswers && node.IsQuery
            ? (TextWriter)new PieceOutput(text => events.Tell(new RunEvent.Answered(name, text)))
            : new LineOutput(text => events.Tell(new RunEvent.LineWritten(name, LogLevel.Information, text)));
        var run = new TargetRun(node, graph, results, events, output);
        var outcome = await JudgeAsync(node, run, cancellationToken);
        return outcome with { Duration = time.GetElapsedTime(start), Figures = run.Figures };
    }

    private async Task<TargetOutcome> JudgeAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        try
        {
            string[] unmet = [.. node.DynamicConditions.Where(condition => !condition.Holds()).Select(condition => condition.Text)];
            if (unmet.Length > 0)
            {
                return new(node.Name, TargetStatus.Skipped, $"only when {string.Join(" and ", unmet)}", TimeSpan.Zero);
            }
            // Taken before the work: a file that changes meanwhile must not count as seen.
            var fingerprint = TargetCache.Serves(node) ? await cache.FingerprintAsync(node, results, cancellationToken) : null;
            if (fingerprint is not null && !options.NoCache && await cache.FindAsync(node, fingerprint, cancellationToken) is { } entry)
            {
                results.Keep(node.Name, node.ResultType is { } type ? entry.ResultAs(type) : null);
                return new(node.Name, TargetStatus.Skipped, "up to date", TimeSpan.Zero);
            }
            events.Tell(new RunEvent.TargetStarted(node.Name));
            results.Keep(node.Name, await TryAsync(node, run, cancellationToken));
            if (fingerprint is not null && results.TryGet(node.Name, out var result))
            {
                await cache.KeepAsync(node, fingerprint, result, cancellationToken);
            }
            return new(node.Name, TargetStatus.Succeeded, Reason: null, TimeSpan.Zero);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(node.Name, TargetStatus.Cancelled, "cancelled", TimeSpan.Zero);
        }
#pragma warning disable CA1031 // Whatever the author's code throws is the outcome of the target.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new(node.Name, TargetStatus.Failed, Explain(exception), TimeSpan.Zero) { Failure = exception };
        }
    }

    private async Task<object?> TryAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        var tries = node.Retry.Count + 1;
        for (var number = 1; ; number++)
        {
            try
            {
                return await WorkAsync(node, run, cancellationToken);
            }
            catch (Exception exception) when (number < tries && exception is not DefinitionException && !cancellationToken.IsCancellationRequested)
            {
                events.Tell(new RunEvent.TryFailed(node.Name, number, tries, Explain(exception), node.Retry.Delay));
                await Task.Delay(node.Retry.Delay, time, cancellationToken);
            }
        }
    }

    private async Task<object?> WorkAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(node.Timeout ?? Timeout.InfiniteTimeSpan, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        linked.Token.ThrowIfCancellationRequested();
        var work = Task.Run(() => InTurnAsync(node, run, linked.Token), CancellationToken.None);
        try
        {
            var result = await StoppingAsync(node, work, linked.Token);
            return limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested ? throw TooLong(node) : result;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooLong(node);
        }
    }

    /// <summary>Waits for the work; once it is told to stop, only so long.</summary>
    private async Task<object?> StoppingAsync(TargetNode node, Task<object?> work, CancellationToken stop)
    {
        try
        {
            return await work.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(options.StopLimit, time, CancellationToken.None));
        }
        return work.IsCompleted
            ? await work
            : throw new TargetFailedException($"'{node.Name}' did not stop within {options.StopLimit.TotalSeconds:0} s of being told to, so it was left behind. Pass its CancellationToken on to what takes long.");
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

    private static TargetFailedException TooLong(TargetNode node) =>
        new($"'{node.Name}' took longer than its limit of {node.Timeout}. Raise Timeout(...), or find what hangs.");

    private static string Explain(Exception exception) =>
        exception is TargetFailedException or DefinitionException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
}
