using Pipelines.Tools;

namespace Pipelines;

/// <summary>The target that the calling flow belongs to, for libraries whose calls are given neither a build nor a token.</summary>
public static class RunningTarget
{
    /// <summary>Cancelled when the target has to stop; never outside a run.</summary>
    public static CancellationToken CancellationToken => Ambient.Current?.CancellationToken ?? CancellationToken.None;

    /// <summary>Root of the build.</summary>
    /// <exception cref="DefinitionException">No build runs in the calling flow.</exception>
    public static AbsolutePath RootDirectory => Ambient.Required.Root;

    /// <inheritdoc cref="IPipelineBuild.RunAsync"/>
    public static Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken) => Ambient.Required.RunCommand(command, cancellationToken);
}
