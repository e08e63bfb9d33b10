namespace Pipelines.Forges.GitLab;

/// <summary>A deployment to be recorded.</summary>
/// <param name="Environment">Where to; made when there is none of the name.</param>
/// <param name="Sha">Full hash of the commit.</param>
/// <param name="Ref">Branch or tag.</param>
/// <param name="Tag"><paramref name="Ref"/> is a tag.</param>
/// <param name="Status">How it stands.</param>
public sealed record NewGitLabDeployment(string Environment, string Sha, string Ref, bool Tag, GitLabDeploymentStatus Status);
