namespace Pipelines;

/// <summary>The work of a target failed in a way that needs no stack trace.</summary>
/// <param name="message">What happened, why, and what to do next.</param>
/// <param name="exitCode">The run's exit code, see <see cref="ExitCodes"/>; where several targets fail, the largest wins.</param>
/// <param name="cause">What lies behind, if it is an exception.</param>
public sealed class TargetFailedException(string message, int exitCode = ExitCodes.Failed, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The run's exit code.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The work still goes on, so it must not be tried again beside itself.</summary>
    internal bool LeavesWorkBehind { get; init; }
}
