using Pipelines.Forges.Rest;

namespace Pipelines.Forges.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>Comments on an issue or a pull request, oldest first.</summary>
    public IAsyncEnumerable<GitHubComment> ListCommentsAsync(int issue, CancellationToken cancellationToken) =>
        _connection.ListAsync(FormattableString.Invariant($"{_repository}/issues/{issue}/comments?per_page=100"), GitHubJson.Default.GitHubCommentArray, cancellationToken);

    /// <summary>Writes a comment. It is not tried again when it may be there already.</summary>
    public Task<GitHubComment> CreateCommentAsync(int issue, string body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, FormattableString.Invariant($"{_repository}/issues/{issue}/comments"), body, cancellationToken);

    /// <summary>Writes a comment anew.</summary>
    public Task<GitHubComment> UpdateCommentAsync(long comment, string body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, FormattableString.Invariant($"{_repository}/issues/comments/{comment}"), body, cancellationToken);

    private Task<GitHubComment> SendAsync(HttpMethod method, string path, string body, CancellationToken cancellationToken) =>
        _connection.SendAsync(RestRequest.Of(method, path, new(body), GitHubJson.Default.GitHubCommentBody), GitHubJson.Default.GitHubComment, cancellationToken);
}
