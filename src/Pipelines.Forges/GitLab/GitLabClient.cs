using Pipelines.Forges.Rest;

namespace Pipelines.Forges.GitLab;

/// <summary>
/// GitLab's REST API, as far as a build has use for it. Every method throws <see cref="ForgeException"/> when GitLab does not do what is asked.
/// The token is one of a person, group or project with the scope <c>api</c>: a job's own <c>CI_JOB_TOKEN</c> may do nothing of this.
/// </summary>
public sealed class GitLabClient : IDisposable
{
    private readonly RestConnection _connection;
    private readonly string _project;

    /// <summary>Opens nothing yet.</summary>
    /// <exception cref="DefinitionException">The token is none.</exception>
    public GitLabClient(ForgeAccess access)
    {
        _project = $"projects/{Uri.EscapeDataString(access.Repository)}";
        _connection = new("GitLab", access, (headers, token) => headers.Add("PRIVATE-TOKEN", token));
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>The account that the token is of.</summary>
    public Task<GitLabUser> GetUserAsync(CancellationToken cancellationToken) => _connection.SendAsync(RestRequest.Get("user"), GitLabJson.Default.GitLabUser, cancellationToken);

    /// <summary>Merge requests that have a commit, or that brought it.</summary>
    public IAsyncEnumerable<GitLabMergeRequest> ListMergeRequestsAsync(string commit, CancellationToken cancellationToken) =>
        _connection.ListAsync($"{_project}/repository/commits/{Uri.EscapeDataString(commit)}/merge_requests?per_page=100", GitLabJson.Default.GitLabMergeRequestArray, cancellationToken);

    /// <summary>Comments on a merge request, oldest first.</summary>
    public IAsyncEnumerable<GitLabNote> ListNotesAsync(int mergeRequest, CancellationToken cancellationToken) =>
        _connection.ListAsync($"{Notes(mergeRequest)}?sort=asc&order_by=created_at&per_page=100", GitLabJson.Default.GitLabNoteArray, cancellationToken);

    /// <summary>Writes a comment. It is not tried again when it may be there already.</summary>
    public Task<GitLabNote> CreateNoteAsync(int mergeRequest, string body, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Post, Notes(mergeRequest), new(body), GitLabJson.Default.GitLabNoteBody), GitLabJson.Default.GitLabNote, cancellationToken);

    /// <summary>Writes a comment anew.</summary>
    public Task<GitLabNote> UpdateNoteAsync(int mergeRequest, long note, string body, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Put, FormattableString.Invariant($"{Notes(mergeRequest)}/{note}"), new(body), GitLabJson.Default.GitLabNoteBody), GitLabJson.Default.GitLabNote, cancellationToken);

    /// <summary>Records a deployment. It is not tried again when it may be there already.</summary>
    public Task<GitLabDeployment> CreateDeploymentAsync(NewGitLabDeployment deployment, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Post, $"{_project}/deployments", deployment, GitLabJson.Default.NewGitLabDeployment), GitLabJson.Default.GitLabDeployment, cancellationToken);

    /// <summary>Tells how a deployment stands.</summary>
    public Task<GitLabDeployment> UpdateDeploymentAsync(long deployment, GitLabDeploymentStatus status, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Put, FormattableString.Invariant($"{_project}/deployments/{deployment}"), new(status), GitLabJson.Default.GitLabDeploymentChange),
        GitLabJson.Default.GitLabDeployment,
        cancellationToken);

    /// <summary>Puts a status on a commit; one of the same name takes its place, so it is tried again whatever happens.</summary>
    public Task<GitLabCommitStatus> SetStatusAsync(string commit, NewGitLabCommitStatus status, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Post, $"{_project}/statuses/{Uri.EscapeDataString(commit)}", status, GitLabJson.Default.NewGitLabCommitStatus) with { IsRepeatable = true },
        GitLabJson.Default.GitLabCommitStatus,
        cancellationToken);

    private string Notes(int mergeRequest) => FormattableString.Invariant($"{_project}/merge_requests/{mergeRequest}/notes");
}
