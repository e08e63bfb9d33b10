namespace Pipelines.Forges.GitHub;

/// <summary>A deployment that GitHub lists.</summary>
/// <param name="Id">Of the deployment.</param>
/// <param name="Sha">The commit that is deployed.</param>
/// <param name="Ref">The branch, tag or commit that was asked for.</param>
/// <param name="Environment">Where to.</param>
/// <param name="CreatedAt">Since when.</param>
public sealed record GitHubDeployment(long Id, string Sha, string Ref, string Environment, DateTimeOffset CreatedAt);
