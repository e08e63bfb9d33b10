namespace Pipelines.Hosts;

/// <summary>What every host needs to know.</summary>
/// <param name="Lowest">The least important lines that are shown.</param>
/// <param name="RunAgain">The command line that starts the same run.</param>
internal sealed record HostSettings(LogLevel Lowest, string RunAgain)
{
    /// <summary>Failures are shown with their whole stack trace.</summary>
    public bool WithStack => Lowest == LogLevel.Verbose;

    /// <summary>Also what went well is told.</summary>
    public bool WithSuccesses => Lowest < LogLevel.Warning;

    /// <summary>The secrets of the run, for a host that breaks or cuts text which no event carries.</summary>
    public SecretMask Mask { get; init; } = new();

    /// <summary>The first line on a terminal; null leaves it out.</summary>
    public string? Logo { get; init; }

    /// <summary>Where a run that failed leaves its report; null when it leaves none.</summary>
    public string? Report { get; init; }
}
