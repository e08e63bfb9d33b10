namespace Pipelines.Forges.GitHub;

/// <summary>A pull request as a list shows it.</summary>
/// <param name="Number">As people say it.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="MergedAt">When it was merged; null when it was not.</param>
/// <param name="MergeCommitSha">The commit that brought it into its target.</param>
public sealed record GitHubPullRequest(int Number, string State, DateTimeOffset? MergedAt = null, string? MergeCommitSha = null);
