using System.Collections.Immutable;

namespace Pipelines.EndToEnd.Ci;

/// <summary>How a job of an executed pipeline ended.</summary>
/// <param name="Job">Its name, with the combination of its matrix.</param>
/// <param name="Result"><c>success</c>, <c>failure</c>, <c>cancelled</c>, <c>skipped</c>, or <c>warning</c> for a failure that was allowed.</param>
internal sealed record CiJob(string Job, string Result)
{
    /// <summary>Outputs that other jobs may read; GitHub only.</summary>
    public ImmutableDictionary<string, string> Outputs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What was uploaded.</summary>
    public ImmutableArray<CiArtifact> Artifacts { get; init; } = [];

    /// <summary>Where it deployed to; null when it did not.</summary>
    public CiEnvironment? Environment { get; init; }

    /// <summary>The steps that it has; GitHub only.</summary>
    public ImmutableArray<CiStep> Steps { get; init; } = [];

    /// <summary>Lines that were covered, in percent, as read from the log; GitLab only.</summary>
    public double? CoveragePercent { get; init; }

    /// <summary>Markdown that was written for people; GitHub only.</summary>
    public string? Summary { get; init; }
}
