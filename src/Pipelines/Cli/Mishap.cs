namespace Pipelines.Cli;

/// <summary>What a run says, and ends with, that came to no outcomes because something was thrown before or beside its targets.</summary>
internal static class Mishap
{
    public static BuildResult Of(Exception exception, SecretMask mask, CancellationToken cancellationToken)
    {
        var cancelled = exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
        var exitCode = exception is TargetFailedException failure ? Math.Max(failure.ExitCode, ExitCodes.Failed) : ExitCodes.Invalid;
        return new(cancelled ? ExitCodes.Cancelled : exitCode, ExecutionPlan.Empty, [])
        {
            Problems = [.. (cancelled ? ["Cancelled."] : Lines(exception)).Select(mask.Apply)],
        };
    }

    private static string[] Lines(Exception exception) => exception is DefinitionException or TargetFailedException
        ? exception.Message.Split('\n')
        :
        [
            $"The build could not be read: {exception.GetType().Name}: {exception.Message}",
            .. StackText.Of(exception, whole: false).Select(frame => $"  {frame}"),
        ];
}
