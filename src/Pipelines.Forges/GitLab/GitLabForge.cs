using System.Collections.Immutable;

namespace Pipelines.Forges.GitLab;

/// <summary>A project of GitLab.</summary>
/// <param name="access">Where, and by which token.</param>
public sealed class GitLabForge(ForgeAccess access) : IForge
{
    private readonly GitLabClient _client = new(access);

    /// <inheritdoc/>
    public string Name => "GitLab";

    /// <inheritdoc/>
    public int LongestComment => 1_000_000;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <inheritdoc/>
    public async Task<int?> FindChangeAsync(string commit, CancellationToken cancellationToken)
    {
        var found = await _client.ListMergeRequestsAsync(commit, cancellationToken).ToListAsync(cancellationToken);
        return found.OrderByDescending(request => request.State == "merged").ThenByDescending(request => request.Iid).FirstOrDefault()?.Iid;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ForgeComment>> ListOwnCommentsAsync(int change, CancellationToken cancellationToken)
    {
        // A person who copies the mark of a comment must not get theirs written over.
        var user = await _client.GetUserAsync(cancellationToken);
        var own = _client.ListNotesAsync(change, cancellationToken).Where(note => !note.System && note.Author.Id == user.Id).Select(note => new ForgeComment(note.Id, note.Body));
        return [.. await own.ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public Task AddCommentAsync(int change, string body, CancellationToken cancellationToken) => _client.CreateNoteAsync(change, body, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateCommentAsync(int change, long comment, string body, CancellationToken cancellationToken) => _client.UpdateNoteAsync(change, comment, body, cancellationToken);

    /// <inheritdoc/>
    public async Task<long> BeginDeploymentAsync(DeploymentPlace place, CancellationToken cancellationToken)
    {
        var deployment = new NewGitLabDeployment(place.Environment, place.Commit, place.Reference ?? place.Commit, place.IsTag, GitLabDeploymentStatus.Running);
        return (await _client.CreateDeploymentAsync(deployment, cancellationToken)).Id;
    }

    /// <inheritdoc/>
    public Task SetDeploymentAsync(long deployment, DeploymentPlace place, DeploymentState state, string description, Uri? address, CancellationToken cancellationToken) =>
        _client.UpdateDeploymentAsync(deployment, Word(state), cancellationToken);

    private static GitLabDeploymentStatus Word(DeploymentState state) => state switch
    {
        DeploymentState.InProgress => GitLabDeploymentStatus.Running,
        DeploymentState.Success => GitLabDeploymentStatus.Success,
        DeploymentState.Inactive => GitLabDeploymentStatus.Canceled,
        _ => GitLabDeploymentStatus.Failed,
    };
}
