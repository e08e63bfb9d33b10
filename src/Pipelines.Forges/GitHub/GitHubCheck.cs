using System.Collections.Immutable;

namespace Pipelines.Forges.GitHub;

/// <summary>What a check says of a commit.</summary>
/// <param name="Name">Of the check; one commit has one check of a name for each app.</param>
/// <param name="Commit">Full hash.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Summary">Markdown.</param>
public sealed record GitHubCheck(string Name, string Commit, string Title, string Summary)
{
    /// <summary>How it ended; null while it runs.</summary>
    public GitHubConclusion? Conclusion { get; init; }

    /// <summary>The page that tells more.</summary>
    public Uri? Details { get; init; }

    /// <summary>What it found, any number.</summary>
    public ImmutableArray<GitHubAnnotation> Annotations { get; init; } = [];
}
