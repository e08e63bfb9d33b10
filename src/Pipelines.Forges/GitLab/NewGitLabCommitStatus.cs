namespace Pipelines.Forges.GitLab;

/// <summary>A status to be put on a commit.</summary>
/// <param name="State">What it says.</param>
/// <param name="Name">Of whoever says it; a later one of the name takes its place.</param>
public sealed record NewGitLabCommitStatus(GitLabCommitState State, string Name)
{
    /// <summary>Branch or tag; found by GitLab unless set.</summary>
    public string? Ref { get; init; }

    /// <summary>The page that tells more.</summary>
    public Uri? TargetUrl { get; init; }

    /// <summary>One line for people.</summary>
    public string? Description { get; init; }
}
