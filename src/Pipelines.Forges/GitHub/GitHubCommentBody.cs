namespace Pipelines.Forges.GitHub;

/// <param name="Body">Markdown.</param>
internal sealed record GitHubCommentBody(string Body);
