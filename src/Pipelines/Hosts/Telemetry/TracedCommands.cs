using Pipelines.Tools;

namespace Pipelines.Hosts.Telemetry;

/// <summary>Runs commands within spans, and hands each its span as <c>TRACEPARENT</c>, so that what it starts joins the trace.</summary>
internal sealed class TracedCommands(RunTrace trace, Func<Command, CancellationToken, Task<CommandResult>> run)
{
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        using var span = trace.Command(command);
        if (span is null)
        {
            return await run(command, cancellationToken);
        }
        try
        {
            var result = await run(command.WithVariable("TRACEPARENT", span.Id).WithVariable("TRACESTATE", span.TraceStateString), cancellationToken);
            span.SetTag(TraceNames.ExitCode, result.ExitCode);
            return result;
        }
        catch (Exception exception)
        {
            trace.Fail(span, exception);
            throw;
        }
    }
}
