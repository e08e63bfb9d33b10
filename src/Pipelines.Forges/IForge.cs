using System.Collections.Immutable;

namespace Pipelines.Forges;

/// <summary>Where changes are reviewed and deployments are listed: what GitHub and GitLab have in common.</summary>
public interface IForge : IDisposable
{
    /// <summary>Such as <c>GitHub</c>.</summary>
    string Name { get; }

    /// <summary>The most characters that a comment takes.</summary>
    int LongestComment { get; }

    /// <summary>Number of the change request that brought a commit; null when none did.</summary>
    Task<int?> FindChangeAsync(string commit, CancellationToken cancellationToken);

    /// <summary>Comments that the owner of the token wrote, oldest first.</summary>
    Task<ImmutableArray<ForgeComment>> ListOwnCommentsAsync(int change, CancellationToken cancellationToken);

    /// <summary>Writes a comment; not tried again when it may be there already.</summary>
    Task AddCommentAsync(int change, string body, CancellationToken cancellationToken);

    /// <summary>Writes a comment anew.</summary>
    Task UpdateCommentAsync(int change, long comment, string body, CancellationToken cancellationToken);

    /// <summary>Records a deployment that is under way, or finds the one that the forge recorded for the run by itself.</summary>
    /// <returns>Id of the deployment.</returns>
    Task<long> BeginDeploymentAsync(DeploymentPlace place, CancellationToken cancellationToken);

    /// <summary>Records how a deployment stands.</summary>
    /// <param name="deployment">Its id.</param>
    /// <param name="place">As it began.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="description">One line for people; cut where it is too long.</param>
    /// <param name="address">Where the environment is found; null when nobody can go there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetDeploymentAsync(long deployment, DeploymentPlace place, DeploymentState state, string description, Uri? address, CancellationToken cancellationToken);
}
