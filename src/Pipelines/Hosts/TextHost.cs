using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>A host that writes lines, each target's together, and the end in plain text.</summary>
internal abstract class TextHost : IRunHost, IGroupWriter
{
    private readonly Groups _groups;

    protected TextHost(TextWriter output, HostSettings settings)
    {
        Output = new HeldWriter(output);
        Settings = settings;
        _groups = new(this, settings.Lowest);
    }

    protected TextWriter Output { get; }

    protected HostSettings Settings { get; }

    public void Tell(RunEvent happened)
    {
        _groups.Tell(happened);
        if (happened is RunEvent.RunEnded end)
        {
            End(end);
        }
    }

    public void Flush() => Output.Flush();

    public abstract void Open(string target);

    public abstract void Line(string? target, LogLevel level, string text);

    public abstract void Close(TargetOutcome outcome);

    public virtual void Mention(TargetOutcome outcome)
    {
        if (Settings.WithSuccesses)
        {
            Output.WriteLine($"- {OutcomeText.Sentence(outcome)}");
        }
    }

    /// <summary>Text of others in which this host finds no command.</summary>
    protected virtual string Harmless(string text) => text;

    public ValueTask DisposeAsync() => Output.DisposeAsync();

    protected virtual void End(RunEvent.RunEnded end)
    {
        if (Settings.WithSuccesses && end.Outcomes.Length > 0)
        {
            Output.WriteLine("");
            Output.Write(SummaryText.Table(end));
        }
        var failures = SummaryText.Failures(end, Settings.WithStack);
        if (failures.Length > 0)
        {
            Output.WriteLine("");
            Output.Write(Harmless(failures));
        }
        if (end.ExitCode != ExitCodes.Success)
        {
            Output.WriteLine("");
            Output.WriteLine(SummaryText.Command(end, Settings));
            if (Settings.Report is { } report)
            {
                Output.WriteLine($"Report: {report}");
            }
        }
        Output.WriteLine(SummaryText.LastLine(end));
    }
}
