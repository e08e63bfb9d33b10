namespace Pipelines.Forges.GitLab;

/// <param name="Status">How it stands now.</param>
internal sealed record GitLabDeploymentChange(GitLabDeploymentStatus Status);
