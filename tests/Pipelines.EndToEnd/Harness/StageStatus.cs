namespace Pipelines.EndToEnd.Harness;

/// <summary>One stage in <c>Status --json</c>.</summary>
/// <param name="Name">Of the stage.</param>
/// <param name="Platform">Such as <c>Local</c>.</param>
/// <param name="Url">Where it answers; null before its first release.</param>
/// <param name="State">In a word, such as <c>Verified</c>.</param>
/// <param name="Current">The release with the most traffic; null before the first deployment.</param>
/// <param name="LastVerifiedGood">The only legal rollback target; null when there is none.</param>
/// <param name="Weights">Traffic by release.</param>
/// <param name="Rollout">The one that has not ended; null when there is none.</param>
internal sealed record StageStatus(
    string Name,
    string Platform,
    Uri? Url,
    string State,
    ReleaseStatus? Current,
    ReleaseStatus? LastVerifiedGood,
    IReadOnlyList<WeightStatus> Weights,
    RolloutStatus? Rollout);
