namespace Pipelines.Forges.GitHub;

/// <summary>A status of a deployment.</summary>
/// <param name="Id">Of the status.</param>
/// <param name="State">In GitHub's word.</param>
/// <param name="LogUrl">The page with the log; null when none was said.</param>
public sealed record GitHubDeploymentStatus(long Id, string State, Uri? LogUrl = null);
