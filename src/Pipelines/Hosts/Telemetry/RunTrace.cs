using System.Diagnostics;
using Pipelines.Execution;
using Pipelines.Tools;

namespace Pipelines.Hosts.Telemetry;

/// <summary>Draws a run as a trace: a span for the run, each of its targets and each of their commands. Texts are masked when they come, but for commands.</summary>
internal sealed class RunTrace : IRunHost
{
    private static int _runs;
    private readonly Dictionary<string, Activity?> _targets = new(StringComparer.Ordinal);
    private readonly ActivitySource _source;
    private readonly ActivityContext _parent;
    private readonly string? _id;
    private readonly SecretMask _mask;
    private readonly OtlpExport _export;
    private Activity? _run;

    /// <param name="environment">Variables of the run: those of OpenTelemetry, TRACEPARENT and TRACESTATE.</param>
    /// <param name="id">Of the run; null when it keeps no folder.</param>
    /// <param name="mask">The secrets of the run.</param>
    /// <param name="warn">Takes a sentence when the spans could not be sent.</param>
    public RunTrace(IReadOnlyDictionary<string, string> environment, string? id, SecretMask mask, Action<string> warn)
    {
        (_id, _mask) = (id, mask);
        // Listeners know a source by its name: a second run in one process has its own, or each would send the spans of both.
        var number = Interlocked.Increment(ref _runs);
        _source = new(number == 1 ? TraceNames.Source : $"{TraceNames.Source} {number}");
        _export = new(_source.Name, environment, mask, warn);
        // A parent that cannot be read is none: a trace of its own is better than no trace.
        _parent = ActivityContext.TryParse(environment.GetValueOrDefault("TRACEPARENT"), environment.GetValueOrDefault("TRACESTATE"), isRemote: true, out var parent) ? parent : default;
    }

    public void Tell(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.RunStarted started:
                Begin(started.Plan);
                break;
            case RunEvent.TargetStarted started:
                _targets[started.Target] = Target(started.Target);
                break;
            case RunEvent.TryFailed failed when _targets.TryGetValue(failed.Target, out var span):
                span?.AddEvent(new(TraceNames.TryFailed, tags: new() { [TraceNames.Reason] = failed.Reason }));
                break;
            case RunEvent.TargetEnded ended:
                End(ended.Outcome);
                break;
            case RunEvent.RunEnded end:
                End(end);
                break;
        }
    }

    /// <summary>The span of a command that starts now, below the target of the calling flow; null when this trace is not sampled.</summary>
    public Activity? Command(Command command) => _source.StartActivity(command.Program)?
        .SetTag(TraceNames.Program, command.Program)
        .SetTag(TraceNames.CommandLine, _mask.Apply(command.ToString()));

    public void Fail(Activity span, Exception exception) => span.SetStatus(ActivityStatusCode.Error, _mask.Apply(exception.Message));

    public async ValueTask DisposeAsync()
    {
        // A run that ended by an exception of the engine.
        _run?.Dispose();
        await _export.DisposeAsync();
        _source.Dispose();
    }

    private void Begin(ExecutionPlan plan)
    {
        var name = string.Join(", ", plan.Targets.Where(target => target.Invoked).Select(target => target.Name));
        // It stays the current one of the calling flow, and with that of all targets.
        _run = _source.StartActivity($"run {name}", ActivityKind.Internal, _parent)?.SetTag(TraceNames.RunName, name).SetTag(TraceNames.RunId, _id);
    }

    private Activity? Target(string name) =>
        _source.StartActivity(name, ActivityKind.Internal, _run?.Context ?? default)?.SetTag(TraceNames.TargetName, name);

    private void End(TargetOutcome outcome)
    {
        var span = _targets.GetValueOrDefault(outcome.Name) ?? (outcome.Status == TargetStatus.Skipped ? Target(outcome.Name) : null);
        _targets.Remove(outcome.Name);
        End(span?.SetTag(TraceNames.TargetResult, Result(outcome.Status)), outcome.Status == TargetStatus.Failed, outcome.Reason);
    }

    private void End(RunEvent.RunEnded end)
    {
        var result = end.ExitCode switch
        {
            ExitCodes.Success => "success",
            ExitCodes.Cancelled => "cancellation",
            _ => "failure",
        };
        _run?.SetTag(TraceNames.RunResult, result).SetTag(TraceNames.ExitCode, end.ExitCode);
        End(_run, end.ExitCode is not (ExitCodes.Success or ExitCodes.Cancelled), reason: null);
    }

    private static void End(Activity? span, bool failed, string? reason)
    {
        span?.SetTag(TraceNames.Reason, reason).SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok, failed ? reason : null).Stop();
    }

    private static string Result(TargetStatus status) => status switch
    {
        TargetStatus.Succeeded => "success",
        TargetStatus.Failed => "failure",
        TargetStatus.Cancelled => "cancellation",
        _ => "skip",
    };
}
