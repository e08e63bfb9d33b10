using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pipelines.Execution.Caching;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>What earlier runs did and need not be done again: remembered successes, and those of a failed run that is continued.</summary>
internal sealed class EarlierWork(TargetCache cache, RunResults results, RunEvents events, RunOptions options)
{
    private readonly ConcurrentDictionary<string, string> _worked = new(StringComparer.Ordinal);

    public async Task<EarlierAnswer> AskAsync(TargetNode node, TargetRun run, CancellationToken cancellationToken)
    {
        if (!TargetCache.Serves(node))
        {
            return Continue(node, run) is { } outcome ? new(outcome, State: null, Cause: null) : Work(node, EarlierAnswer.Nothing);
        }
        var answer = await cache.AskAsync(node, results, options.NoCache ? CacheMode.Ignore : CacheMode.Use, cancellationToken);
        if (answer.Entry is not { } entry)
        {
            return Work(node, new(Outcome: null, answer.State, answer.Cause));
        }
        if (node.ResultType is { } type && entry.Result is { } text)
        {
            results.Keep(node.Name, RunResult.Read(text, type));
        }
        foreach (var warning in entry.Warnings)
        {
            events.Tell(new RunEvent.LineWritten(node.Name, LogLevel.Warning, warning));
        }
        return new(Skip(node, run, entry.Figures, SkipKind.Unchanged, $"up to date (unchanged since run {entry.Run})"), answer.State, Cause: null);
    }

    /// <summary>Remembers the success of a target that worked. A cache that cannot be written to fails nothing.</summary>
    public async Task KeepAsync(TargetNode node, EarlierAnswer answer, TargetRun run, CancellationToken cancellationToken)
    {
        if (answer.State is not { } state)
        {
            return;
        }
        var mask = Ambient.Required.Mask;
        var text = results.TextOf(node.Name);
        if (run.RunsAgainBecause is { } reason)
        {
            Debug(node, $"This success is not remembered: {reason}.");
        }
        else if (text is not null && mask.Apply(text) != text)
        {
            events.Tell(new RunEvent.LineWritten(node.Name, LogLevel.Warning, $"The result of '{node.Name}' holds a secret, so it is not remembered. Leave the secret out of it."));
        }
        else
        {
            try
            {
                var figures = run.Figures.Select(figure => new Figure(figure.Name, mask.Apply(figure.Value)));
                await cache.KeepAsync(node, state, new(options.RunId, [.. figures], [.. run.Warnings.Select(mask.Apply)], text), cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                events.Tell(new RunEvent.LineWritten(node.Name, LogLevel.Warning, $"'{node.Name}' could not be remembered: {exception.Message}"));
            }
        }
    }

    public void TellCause(TargetNode node, EarlierAnswer answer)
    {
        if (answer.Cause is { } cause)
        {
            Debug(node, $"runs because {cause}");
        }
    }

    private void Debug(TargetNode node, string text) => events.Tell(new RunEvent.LineWritten(node.Name, LogLevel.Debug, text));

    private EarlierAnswer Work(TargetNode node, EarlierAnswer answer)
    {
        _worked[node.Name] = node.Name;
        if (!node.Work.IsEmpty)
        {
            cache.ExpectChanges();
        }
        return answer;
    }

    // Nothing says what it depends on, so it counts as done only while nothing before it was done anew.
    private TargetOutcome? Continue(TargetNode node, TargetRun run)
    {
        if (options.Continued is not { } failed || node.IsAssured || node.Work.IsEmpty || node.Dependencies.Any(_worked.ContainsKey)
            || failed.Find(node) is not { } done)
        {
            return null;
        }
        if (node.ResultType is { } type)
        {
            results.Keep(node.Name, RunResult.Read(done.Result ?? "null", type));
        }
        return Skip(node, run, done.Figures, SkipKind.Continued, $"succeeded in run {failed.Id}");
    }

    private static TargetOutcome Skip(TargetNode node, TargetRun run, ImmutableArray<Figure> figures, SkipKind kind, string reason)
    {
        foreach (var (name, value) in figures)
        {
            run.Summary(name, value);
        }
        return new(node.Name, TargetStatus.Skipped, reason, TimeSpan.Zero) { Skip = kind };
    }
}
