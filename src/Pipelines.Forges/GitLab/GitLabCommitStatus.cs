namespace Pipelines.Forges.GitLab;

/// <summary>A status of a commit.</summary>
/// <param name="Id">Of the status.</param>
/// <param name="Status">In GitLab's word.</param>
public sealed record GitLabCommitStatus(long Id, string Status);
