namespace Pipelines.EndToEnd.Harness;

/// <summary>One stage in <c>Status --json</c>.</summary>
/// <param name="Name">Of the stage.</param>
/// <param name="Platform">Such as <c>Local</c>.</param>
/// <param name="Url">Where it answers.</param>
/// <param name="State">Of the last rollout.</param>
/// <param name="Release">What is current; null before the first deployment.</param>
/// <param name="LastVerifiedGood">The only legal rollback target; null when there is none.</param>
/// <param name="Weights">Percent by version.</param>
internal sealed record StageStatus(
    string Name, string Platform, Uri? Url, string State, ReleaseStatus? Release, ReleaseStatus? LastVerifiedGood, IReadOnlyDictionary<string, double> Weights);
