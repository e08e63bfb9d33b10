using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Writes the end of a run in plain text.</summary>
internal sealed class Ending(TextWriter output, HostSettings settings)
{
    public void Write(RunEvent.RunEnded end)
    {
        if (settings.WithSuccesses && end.Outcomes.Length > 0)
        {
            output.WriteLine("");
            output.Write(SummaryText.Table(end));
        }
        var failures = SummaryText.Failures(end, settings.WithStack);
        if (failures.Length > 0)
        {
            output.WriteLine("");
            output.Write(failures);
        }
        if (end.ExitCode != ExitCodes.Success)
        {
            output.WriteLine("");
            output.WriteLine($"Run it again: {settings.RunAgain}");
        }
        output.WriteLine(SummaryText.LastLine(end));
    }
}
