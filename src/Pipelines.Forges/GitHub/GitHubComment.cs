namespace Pipelines.Forges.GitHub;

/// <summary>A comment on an issue or a pull request.</summary>
/// <param name="Id">Of the comment.</param>
/// <param name="HtmlUrl">Where people read it.</param>
/// <param name="Body">Markdown.</param>
/// <param name="User">Who wrote it; null when the account is gone.</param>
public sealed record GitHubComment(long Id, Uri HtmlUrl, string? Body = null, GitHubUser? User = null);
