namespace Pipelines.Forges;

/// <summary>What goes where.</summary>
/// <param name="Environment">Such as <c>staging</c>.</param>
/// <param name="Commit">Full hash of the commit that is deployed.</param>
public sealed record DeploymentPlace(string Environment, string Commit)
{
    /// <summary>The branch or tag of the commit, which GitLab lists beside it; the commit itself unless set.</summary>
    public string? Reference { get; init; }

    /// <summary><see cref="Reference"/> is a tag.</summary>
    public bool IsTag { get; init; }

    /// <summary>The page with the log.</summary>
    public Uri? Log { get; init; }

    /// <summary>Id of the run, by which a deployment that the forge recorded for it by itself is found.</summary>
    public string Run { get; init; } = "";
}
