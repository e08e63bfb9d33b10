using System.Collections.Immutable;

namespace Pipelines.Hosts.Reports;

/// <summary>A run as its report keeps it; every text is masked.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Facts">What was known before.</param>
/// <param name="Start">When it began, UTC.</param>
internal sealed record RunRecord(string Id, RunFacts Facts, DateTimeOffset Start)
{
    public TimeSpan Duration { get; init; }

    /// <summary>Null as long as it runs, or for ever when it was killed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>In the plan's order.</summary>
    public ImmutableArray<TargetRecord> Targets { get; init; } = [];

    /// <summary>The targets, each waiting for the one before, that took longest together.</summary>
    public ImmutableArray<string> CriticalPath { get; init; } = [];

    public string Status => ExitCode switch
    {
        null => "running",
        ExitCodes.Success => "succeeded",
        ExitCodes.Cancelled => "cancelled",
        _ => "failed",
    };
}
