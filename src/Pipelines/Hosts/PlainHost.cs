using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Lines without colour, for files, pipes and unknown servers.</summary>
internal sealed class PlainHost : IRunHost, IGroupWriter
{
    private readonly TextWriter _output;
    private readonly HostSettings _settings;
    private readonly Groups _groups;

    public PlainHost(TextWriter output, HostSettings settings)
    {
        (_output, _settings) = (output, settings);
        _groups = new(this, settings.Lowest);
    }

    public void Tell(RunEvent happened)
    {
        _groups.Tell(happened);
        if (happened is RunEvent.RunEnded end)
        {
            new Ending(_output, _settings).Write(end);
        }
        _output.Flush();
    }

    public void Open(string target)
    {
        if (_settings.WithSuccesses)
        {
            _output.WriteLine($"> {target}");
        }
    }

    public void Line(string? target, LogLevel level, string text)
    {
        var indent = target is null ? "" : "  ";
        _output.WriteLine(level switch
        {
            LogLevel.Warning => $"{indent}warning: {text}",
            LogLevel.Error => $"{indent}error: {text}",
            _ => $"{indent}{text}".TrimEnd(),
        });
    }

    public void Close(TargetOutcome outcome)
    {
        if (_settings.WithSuccesses || outcome.Status is TargetStatus.Failed or TargetStatus.Cancelled)
        {
            _output.WriteLine($"< {OutcomeText.Sentence(outcome)}");
            _output.WriteLine("");
        }
    }

    public void Mention(TargetOutcome outcome)
    {
        if (_settings.WithSuccesses)
        {
            _output.WriteLine($"- {OutcomeText.Sentence(outcome)}");
        }
    }

    public void Dispose() => _output.Flush();
}
