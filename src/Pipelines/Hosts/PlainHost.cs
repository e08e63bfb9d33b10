namespace Pipelines.Hosts;

/// <summary>Lines without colour, for files, pipes and unknown servers.</summary>
internal sealed class PlainHost(TextWriter output, HostSettings settings) : TextHost(output, settings)
{
    public override void Open(string target)
    {
        if (Settings.WithSuccesses)
        {
            Output.WriteLine($"> {target}");
        }
    }

    public override void Line(string? target, LogLevel level, string text)
    {
        // With successes left out no line above says whose lines these are.
        var whose = target is null ? "" : Settings.WithSuccesses ? "  " : $"{target}: ";
        Output.WriteLine(level switch
        {
            LogLevel.Warning => $"{whose}warning: {text}",
            LogLevel.Error => $"{whose}error: {text}",
            _ => $"{whose}{text}".TrimEnd(),
        });
    }

    public override void Close(TargetOutcome outcome)
    {
        if (Settings.WithSuccesses || outcome.Status is TargetStatus.Failed or TargetStatus.Cancelled)
        {
            Output.WriteLine($"< {OutcomeText.Sentence(outcome)}");
            Output.WriteLine("");
        }
    }
}
