namespace Pipelines.Tools;

/// <summary>Runs commands; the real one is <see cref="ProcessRunner"/>, tests have a recorder.</summary>
public interface ICommandRunner
{
    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="TargetFailedException">It was not found, took too long, or ended with a code that is no success.</exception>
    Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken);

    /// <summary>Starts a command that goes on when the build has ended; its output is added to a file readable by the owner alone.</summary>
    /// <returns>Its process id.</returns>
    /// <exception cref="TargetFailedException">It could not be started.</exception>
    Task<int> StartDetachedAsync(Command command, AbsolutePath logFile, CancellationToken cancellationToken);
}
