using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Only answers: what queries write goes out as it is, and all the rest is told, on the error writer, when the run fails.</summary>
internal sealed class QueryHost(TextWriter output, TextWriter error, HostSettings settings) : IRunHost
{
    private readonly List<RunEvent> _held = [];
    private readonly PlainHost _log = new(error, settings);

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

    public async ValueTask DisposeAsync()
    {
        await output.FlushAsync();
        await _log.DisposeAsync();
    }

    private void Explain(RunEvent.RunEnded end)
    {
        foreach (var happened in _held)
        {
            _log.Tell(happened);
        }
        _log.Tell(end);
        _log.Flush();
    }
}
