using System.Collections.Immutable;

namespace Pipelines.Delivery.Reporting;

/// <summary>A stage in <c>Status --json</c>.</summary>
/// <param name="Name">Of the stage.</param>
/// <param name="Platform">What runs it.</param>
/// <param name="Url">Where it answers; null before its first release.</param>
/// <param name="State">In a word.</param>
/// <param name="Current">The release with the most traffic, or null.</param>
/// <param name="LastVerifiedGood">Where a rollback could lead or already is, or null.</param>
/// <param name="Weights">Traffic by release, read back from the router.</param>
/// <param name="Rollout">The one that has not ended, or null.</param>
public sealed record StageStatus(
    string Name,
    string Platform,
    Uri? Url,
    StageState State,
    ReleaseStatus? Current,
    ReleaseStatus? LastVerifiedGood,
    ImmutableArray<WeightStatus> Weights,
    RolloutStatus? Rollout);
