using System.Net;
using Pipelines.Forges.Rest;

namespace Pipelines.Forges.GitHub;

/// <summary>GitHub's REST API, as far as a build has use for it. Every method throws <see cref="ForgeException"/> when GitHub does not do what is asked.</summary>
public sealed partial class GitHubClient : IDisposable
{
    private readonly RestConnection _connection;
    private readonly string _repository;

    /// <summary>Opens nothing yet.</summary>
    /// <exception cref="DefinitionException">The token is none.</exception>
    public GitHubClient(ForgeAccess access)
    {
        _repository = $"repos/{string.Join('/', access.Repository.Split('/').Select(Uri.EscapeDataString))}";
        _connection = new("GitHub", access, (headers, token) =>
        {
            headers.Authorization = new("Bearer", token);

            // What GitHub recommends, and what it describes.
            headers.Accept.Add(new("application/vnd.github+json"));
            headers.Accept.Add(new("application/json"));
            headers.Add("X-GitHub-Api-Version", "2022-11-28");
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>The account that the token is of; null for the token of an app, such as that of a job.</summary>
    public async Task<GitHubUser?> GetUserAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _connection.SendAsync(RestRequest.Get("user"), GitHubJson.Default.GitHubUser, cancellationToken);
        }
        catch (ForgeException refused) when (refused.Status == HttpStatusCode.Forbidden && !refused.IsLimit)
        {
            return null;
        }
    }

    /// <summary>Pull requests that have a commit, or that brought it.</summary>
    public IAsyncEnumerable<GitHubPullRequest> ListPullRequestsAsync(string commit, CancellationToken cancellationToken) =>
        _connection.ListAsync($"{_repository}/commits/{Uri.EscapeDataString(commit)}/pulls?per_page=100", GitHubJson.Default.GitHubPullRequestArray, cancellationToken);
}
