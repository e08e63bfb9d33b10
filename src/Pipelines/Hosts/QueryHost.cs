using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Only answers: what queries write goes out as it is, and all the rest is told, on the error writer, when the run fails.</summary>
internal sealed class QueryHost(TextWriter output, TextWriter error, HostSettings settings) : IRunHost
{
    private readonly List<RunEvent> _held = [];

    public void Tell(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.Answered answered:
                output.Write(answered.Text);
                break;
            case RunEvent.RunEnded end when end.ExitCode != ExitCodes.Success:
                Explain(end);
                break;
            case RunEvent.LineWritten { Level: >= LogLevel.Warning } line:
                error.WriteLine($"{(line.Level == LogLevel.Warning ? "warning" : "error")}: {line.Text}");
                break;
            default:
                _held.Add(happened);
                break;
        }
    }

    public void Dispose()
    {
        output.Flush();
        error.Flush();
    }

    private void Explain(RunEvent.RunEnded end)
    {
        using var log = new PlainHost(error, settings);
        foreach (var happened in _held)
        {
            log.Tell(happened);
        }
        log.Tell(end);
    }
}
