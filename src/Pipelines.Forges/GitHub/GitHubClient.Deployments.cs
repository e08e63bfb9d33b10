using Pipelines.Forges.Rest;

namespace Pipelines.Forges.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>Deployments to an environment, newest first.</summary>
    public IAsyncEnumerable<GitHubDeployment> ListDeploymentsAsync(string environment, CancellationToken cancellationToken) =>
        _connection.ListAsync(
            $"{_repository}/deployments?environment={Uri.EscapeDataString(environment)}&per_page=30",
            GitHubJson.Default.GitHubDeploymentArray,
            cancellationToken);

    /// <summary>Records a deployment. It is not tried again when it may be there already.</summary>
    public Task<GitHubDeployment> CreateDeploymentAsync(NewGitHubDeployment deployment, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Post, $"{_repository}/deployments", deployment, GitHubJson.Default.NewGitHubDeployment), GitHubJson.Default.GitHubDeployment, cancellationToken);

    /// <summary>Statuses of a deployment, newest first.</summary>
    public IAsyncEnumerable<GitHubDeploymentStatus> ListStatusesAsync(long deployment, CancellationToken cancellationToken) =>
        _connection.ListAsync($"{Statuses(deployment)}?per_page=100", GitHubJson.Default.GitHubDeploymentStatusArray, cancellationToken);

    /// <summary>Adds a status; one that is there twice says the same, so it is tried again whatever happens.</summary>
    public Task<GitHubDeploymentStatus> CreateStatusAsync(long deployment, NewGitHubDeploymentStatus status, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(HttpMethod.Post, Statuses(deployment), status, GitHubJson.Default.NewGitHubDeploymentStatus) with { IsRepeatable = true },
        GitHubJson.Default.GitHubDeploymentStatus,
        cancellationToken);

    private string Statuses(long deployment) => FormattableString.Invariant($"{_repository}/deployments/{deployment}/statuses");
}
