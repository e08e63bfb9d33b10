namespace Pipelines.Forges.GitHub;

/// <summary>A check of a commit.</summary>
/// <param name="Id">Of the check.</param>
/// <param name="Status">Such as <c>in_progress</c>.</param>
/// <param name="Conclusion">Such as <c>success</c>; null before it has ended.</param>
public sealed record GitHubCheckRun(long Id, string Status, string? Conclusion = null);
