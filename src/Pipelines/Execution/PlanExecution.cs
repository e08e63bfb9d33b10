using System.Collections.Immutable;
using Pipelines.Execution.Caching;
using Pipelines.Execution.Continuing;
using Pipelines.Execution.Handover;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Carries a plan out, from its first event to its last.</summary>
internal sealed class PlanExecution(TargetGraph graph, ExecutionPlan plan, RunOptions options, Action<RunEvent> listener, TimeProvider time)
{
    /// <summary>Cancelling stops all but assured targets; the outcome says so, nothing is thrown.</summary>
    public async Task<BuildResult> RunAsync(CancellationToken cancellationToken)
    {
        var results = new RunResults();
        foreach (var name in options.Given.Keys.Where(name => graph[name].ResultType is not null))
        {
            results.Keep(name, RunResult.Read(options.Given[name], graph[name].ResultType!));
        }
        using var journal = OpenJournal(results);
        var events = new RunEvents(happened =>
        {
            journal?.Tell(happened);
            listener(happened);
        });
        var cache = new TargetCache(Ambient.Required.Root, graph, options.SharedCache, time);
        var start = time.GetTimestamp();
        (Ambient.Required with
        {
            Sink = (level, text) => events.Tell(new RunEvent.LineWritten(Target: null, level, text)),
            OutcomeOf = target => graph.NameOf(target) is { } name ? results.OutcomeOf(name) : null,
        }).Enter();
        events.Tell(new RunEvent.RunStarted(plan));
        var durations = new KnownDurations(Ambient.Required.Root);
        var progress = Begin(durations);
        await new Scheduler(graph, progress, options, events, time)
            .RunAsync(new TargetRunner(graph, results, events, new(cache, results, events, options), options, time), cancellationToken);
        var outcomes = progress.Outcomes;
        await SaveAsync(events, "cache", cache.SaveAsync);
        await SaveAsync(events, "durations", _ =>
        {
            durations.Keep(outcomes);
            return Task.CompletedTask;
        });
        var handover = options.Job is null ? null : new JobWriter(Ambient.Required.Root, graph, results, Ambient.Required.Mask);
        var exitCode = Verdict.Of(outcomes, WasCancelled(outcomes, cancellationToken));
        await (handover?.WriteAsync(options.Job!, outcomes, exitCode == ExitCodes.Success, CancellationToken.None) ?? Task.CompletedTask);
        events.Tell(new RunEvent.RunEnded(outcomes, time.GetElapsedTime(start), exitCode));
        return new(exitCode, plan, outcomes) { ResultOf = target => results.TryGet(target, out var result) ? result : null };
    }

    private PlanProgress Begin(KnownDurations durations)
    {
        var links = new PlanLinks(plan);
        // One after the other takes as long in any order, so the plan's stays.
        var order = links.IsChain || options.Parallel == 1 ? Urgency.PlanOrder(plan) : Urgency.Order(plan, links, durations.Load());
        return new(graph, plan, links, order, options.Parallel);
    }

    private RunJournal? OpenJournal(RunResults results) =>
        options is { Folder: { } folder, Identity: { } identity } ? new(folder, identity, results, Ambient.Required.Mask) : null;

    // The run may be over because of its token; what it learned is still worth keeping, and never worth a failure.
    private static async Task SaveAsync(RunEvents events, string what, Func<CancellationToken, Task> save)
    {
        try
        {
            await save(CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            events.Tell(new RunEvent.LineWritten(Target: null, LogLevel.Warning, $"The {what} of this run could not be kept: {exception.Message}"));
        }
    }

    // A signal that comes when all is done changes nothing.
    private static bool WasCancelled(ImmutableArray<TargetOutcome> outcomes, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested && outcomes.Any(outcome => outcome.Status is not (TargetStatus.Succeeded or TargetStatus.Skipped));
}
