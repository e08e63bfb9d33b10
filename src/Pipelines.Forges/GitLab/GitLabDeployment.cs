namespace Pipelines.Forges.GitLab;

/// <summary>A deployment that GitLab lists.</summary>
/// <param name="Id">Of the deployment.</param>
/// <param name="Status">In GitLab's word.</param>
public sealed record GitLabDeployment(long Id, string Status);
