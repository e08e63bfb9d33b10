using System.Collections.Immutable;
using Pipelines.Execution;
using Pipelines.Execution.Caching;

namespace Pipelines.Hosts.Reports;

/// <summary>
/// Keeps a run as <c>run.json</c>: from its start, so that one which was killed is seen, and as a whole at its end.
/// A run that failed or took a second also leaves <c>report.html</c>; to draw it for every run would cost more than a short run takes.
/// </summary>
internal sealed class RunRecorder(RunFolder folder, RunFacts facts, SecretMask mask, TimeProvider time, Action<string> warn) : IRunHost
{
    private static readonly TimeSpan WorthAReport = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, TargetRecord> _targets = new(StringComparer.Ordinal);
    private ExecutionPlan _plan = ExecutionPlan.Empty;
    private RunRecord _run = new(folder.Id, facts, time.GetUtcNow());
    private long _start;

    public void Tell(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.RunStarted started:
                (_plan, _start) = (started.Plan, time.GetTimestamp());
                Keep(folder.Json, RunJson.Write(_run));
                break;
            case RunEvent.TargetStarted started:
                _targets[started.Target] = new(new PlannedTarget(started.Target, Invoked: false)) { Start = time.GetElapsedTime(_start), Tries = 1 };
                break;
            case RunEvent.TryFailed failed when _targets.TryGetValue(failed.Target, out var known):
                _targets[failed.Target] = known with { Tries = known.Tries + 1 };
                break;
            case RunEvent.RunEnded end:
                End(end);
                break;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void End(RunEvent.RunEnded end)
    {
        var targets = ImmutableArray.CreateBuilder<TargetRecord>(end.Outcomes.Length);
        for (var i = 0; i < end.Outcomes.Length; i++)
        {
            targets.Add(Ended(_plan.Targets[i], end.Outcomes[i]));
        }
        _run = _run with { Targets = targets.MoveToImmutable(), Duration = end.Duration, ExitCode = end.ExitCode };
        _run = _run with { CriticalPath = CriticalPath.Of(_run.Targets) };
        Keep(folder.Json, RunJson.Write(_run));
        if (end.ExitCode != ExitCodes.Success || end.Duration >= WorthAReport)
        {
            Keep(folder.Report, ReportPage.Write(_run));
        }
    }

    private TargetRecord Ended(PlannedTarget planned, TargetOutcome outcome)
    {
        var began = _targets.GetValueOrDefault(outcome.Name);
        return new(planned)
        {
            Status = outcome.Status,
            Reason = outcome.Reason,
            Start = began?.Start,
            Duration = outcome.Duration,
            Tries = began?.Tries ?? 0,
            Figures = outcome.Figures,
            Stack = outcome.Failure is null ? [] : [.. StackText.Of(outcome.Failure, whole: false).Select(mask.Apply)],
        };
    }

    // What a run did is worth more than what is written about it.
    private void Keep(AbsolutePath file, string text)
    {
        try
        {
            AtomicFile.Write(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warn($"warning: This run keeps no {file.Name}: {exception.Message}");
        }
    }
}
