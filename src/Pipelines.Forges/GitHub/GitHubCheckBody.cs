namespace Pipelines.Forges.GitHub;

/// <summary>A check as it is sent; GitHub wants name and commit of a new one only.</summary>
internal sealed record GitHubCheckBody
{
    public string? Name { get; init; }

    public string? HeadSha { get; init; }

    public Uri? DetailsUrl { get; init; }

    public string? Status { get; init; }

    public GitHubConclusion? Conclusion { get; init; }

    public GitHubCheckOutput? Output { get; init; }
}
