using System.Collections.Immutable;
using Pipelines.Execution.Caching;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Carries a plan out, from its first event to its last.</summary>
internal sealed class PlanExecution(TargetGraph graph, ExecutionPlan plan, RunOptions options, Action<RunEvent> listener, TimeProvider time)
{
    /// <summary>Cancelling stops all but assured targets; the outcome says so, nothing is thrown.</summary>
    public async Task<BuildResult> RunAsync(CancellationToken cancellationToken)
    {
        var events = new RunEvents(listener);
        var results = new RunResults();
        var cache = new TargetCache(Ambient.Required.Root, time);
        var start = time.GetTimestamp();
        (Ambient.Required with { Sink = (level, text) => events.Tell(new RunEvent.LineWritten(Target: null, level, text)) }).Enter();
        events.Tell(new RunEvent.RunStarted(plan));
        var outcomes = await new Scheduler(graph, plan, options, events, time)
            .RunAsync(new TargetRunner(graph, results, events, cache, options, time), cancellationToken);
        await SaveAsync(cache, events);
        var exitCode = Verdict.Of(outcomes, WasCancelled(outcomes, cancellationToken));
        events.Tell(new RunEvent.RunEnded(outcomes, time.GetElapsedTime(start), exitCode));
        return new(exitCode, plan, outcomes) { Results = results.All.ToImmutableDictionary(StringComparer.Ordinal) };
    }

    // The run may be over because of its token; what it hashed is still worth keeping, and never worth a failure.
    private static async Task SaveAsync(TargetCache cache, RunEvents events)
    {
        try
        {
            await cache.SaveAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            events.Tell(new RunEvent.LineWritten(Target: null, LogLevel.Warning, $"The cache could not be kept: {exception.Message}"));
        }
    }

    // A signal that comes when all is done changes nothing.
    private static bool WasCancelled(ImmutableArray<TargetOutcome> outcomes, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested && outcomes.Any(outcome => outcome.Status is not (TargetStatus.Succeeded or TargetStatus.Skipped));
}
