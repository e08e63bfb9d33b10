using System.Collections.Immutable;

namespace Pipelines.Forges.GitHub;

/// <summary>A repository of GitHub.</summary>
/// <param name="access">Where, and by which token.</param>
public sealed class GitHubForge(ForgeAccess access) : IForge
{
    // The run's own is the newest, unless other runs deploy there at the same time.
    private const int NewestDeployments = 5;

    private readonly GitHubClient _client = new(access);

    /// <inheritdoc/>
    public string Name => "GitHub";

    /// <inheritdoc/>
    public int LongestComment => 65_536;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <inheritdoc/>
    public async Task<int?> FindChangeAsync(string commit, CancellationToken cancellationToken)
    {
        // Others may have the commit among theirs without having brought it.
        var found = await _client.ListPullRequestsAsync(commit, cancellationToken).ToListAsync(cancellationToken);
        return found.OrderByDescending(pull => pull.MergeCommitSha == commit).ThenByDescending(pull => pull.MergedAt is not null).ThenByDescending(pull => pull.Number).FirstOrDefault()?.Number;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ForgeComment>> ListOwnCommentsAsync(int change, CancellationToken cancellationToken)
    {
        // A person who copies the mark of a comment must not get theirs written over.
        var user = await _client.GetUserAsync(cancellationToken);
        var own = _client.ListCommentsAsync(change, cancellationToken)
            .Where(comment => user is null ? comment.User?.Type == "Bot" : comment.User?.Login == user.Login)
            .Select(comment => new ForgeComment(comment.Id, comment.Body ?? ""));
        return [.. await own.ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public Task AddCommentAsync(int change, string body, CancellationToken cancellationToken) => _client.CreateCommentAsync(change, body, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateCommentAsync(int change, long comment, string body, CancellationToken cancellationToken) => _client.UpdateCommentAsync(comment, body, cancellationToken);

    /// <inheritdoc/>
    public async Task<long> BeginDeploymentAsync(DeploymentPlace place, CancellationToken cancellationToken)
    {
        var deployment = await RecordedAsync(place, cancellationToken)
            ?? (await _client.CreateDeploymentAsync(new(place.Commit, place.Environment), cancellationToken)).Id;
        await SetDeploymentAsync(deployment, place, DeploymentState.InProgress, "", address: null, cancellationToken);
        return deployment;
    }

    /// <inheritdoc/>
    public Task SetDeploymentAsync(long deployment, DeploymentPlace place, DeploymentState state, string description, Uri? address, CancellationToken cancellationToken) =>
        _client.CreateStatusAsync(deployment, new(Word(state)) { Description = OneLine(description), LogUrl = place.Log, EnvironmentUrl = address }, cancellationToken);

    // A job with an environment has its deployment recorded by GitHub, which ends it by the job's result: a second one would only confuse.
    private async Task<long?> RecordedAsync(DeploymentPlace place, CancellationToken cancellationToken)
    {
        if (place.Run.Length == 0)
        {
            return null;
        }
        await foreach (var deployment in _client.ListDeploymentsAsync(place.Environment, cancellationToken).Take(NewestDeployments))
        {
            if (await _client.ListStatusesAsync(deployment.Id, cancellationToken).AnyAsync(status => IsOf(place.Run, status), cancellationToken))
            {
                return deployment.Id;
            }
        }
        return null;
    }

    private static bool IsOf(string run, GitHubDeploymentStatus status) =>
        status.LogUrl is { } log && $"{log.OriginalString}/".Contains($"/actions/runs/{run}/", StringComparison.Ordinal);

    private static GitHubDeploymentState Word(DeploymentState state) => state switch
    {
        DeploymentState.InProgress => GitHubDeploymentState.InProgress,
        DeploymentState.Success => GitHubDeploymentState.Success,
        DeploymentState.Failure => GitHubDeploymentState.Failure,
        DeploymentState.Inactive => GitHubDeploymentState.Inactive,
        _ => GitHubDeploymentState.Error,
    };

    private static string? OneLine(string text)
    {
        var line = text.ReplaceLineEndings("\n").Split('\n')[0];
        return line.Length == 0 ? null : line.Length <= NewGitHubDeploymentStatus.LongestDescription ? line : line[..(NewGitHubDeploymentStatus.LongestDescription - 1)] + "…";
    }
}
