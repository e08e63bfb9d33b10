namespace Pipelines.EndToEnd.Harness;

/// <summary>A rollout that has not ended, in <c>Status --json</c>.</summary>
/// <param name="Release">What comes.</param>
/// <param name="Phase">Where it stands.</param>
internal sealed record RolloutStatus(ReleaseStatus Release, string Phase);
