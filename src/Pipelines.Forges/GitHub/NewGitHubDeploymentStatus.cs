namespace Pipelines.Forges.GitHub;

/// <summary>A status to be added to a deployment.</summary>
/// <param name="State">How it stands.</param>
public sealed record NewGitHubDeploymentStatus(GitHubDeploymentState State)
{
    /// <summary>The most characters of <see cref="Description"/>.</summary>
    public const int LongestDescription = 140;

    /// <summary>One line for people.</summary>
    public string? Description { get; init; }

    /// <summary>The page with the log.</summary>
    public Uri? LogUrl { get; init; }

    /// <summary>Where the environment is found.</summary>
    public Uri? EnvironmentUrl { get; init; }
}
