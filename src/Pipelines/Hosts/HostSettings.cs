using Pipelines.Parameters;

namespace Pipelines.Hosts;

/// <summary>What every host needs to know.</summary>
/// <param name="Verbosity">How much is shown.</param>
/// <param name="RunAgain">The command line that starts the same run.</param>
internal sealed record HostSettings(Verbosity Verbosity, string RunAgain)
{
    /// <summary>The least important lines that are shown.</summary>
    public LogLevel Lowest => Verbosity switch
    {
        Verbosity.Quiet => LogLevel.Warning,
        Verbosity.Normal => LogLevel.Information,
        _ => LogLevel.Verbose,
    };

    public bool WithStack => Verbosity == Verbosity.Verbose;

    public bool WithSuccesses => Verbosity != Verbosity.Quiet;
}
