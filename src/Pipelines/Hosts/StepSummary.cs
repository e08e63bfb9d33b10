using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Adds the end of a run to the file that GitHub shows on the page of the job.</summary>
/// <param name="file">Named by <c>GITHUB_STEP_SUMMARY</c>; other steps write to it too.</param>
/// <param name="mask">The secrets of the run.</param>
/// <param name="warn">Takes a sentence when the file cannot be written.</param>
internal sealed class StepSummary(string file, SecretMask mask, Action<string> warn) : IRunHost
{
    public void Tell(RunEvent happened)
    {
        if (happened is not RunEvent.RunEnded end)
        {
            return;
        }
        try
        {
            File.AppendAllText(file, mask.Apply(MarkdownSummary.Write(end)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warn($"warning: The step summary '{file}' cannot be written: {exception.Message}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
