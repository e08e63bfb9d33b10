namespace Pipelines;

/// <summary>The job of a CI server that the run is, as the server tells it by the environment.</summary>
/// <param name="Host">Which server.</param>
/// <param name="Repository">With the group or owner, such as <c>shop/cart</c>.</param>
/// <param name="Commit">Full hash of what is checked out; for a pull request of GitHub a merge that nobody made, see <see cref="ChangeRequest.Commit"/>.</param>
public sealed record ServerJob(Host Host, string Repository, string Commit)
{
    /// <summary>The branch, or of a change request the one that it comes from; null for a tag.</summary>
    public string? Branch { get; init; }

    /// <summary>The tag; null for a branch.</summary>
    public string? Tag { get; init; }

    /// <summary>The pull request, or merge request, that is built; null when a branch or tag is.</summary>
    public ChangeRequest? Change { get; init; }

    /// <summary>Why it runs, in the server's word, such as <c>push</c> or <c>schedule</c>.</summary>
    public string Event { get; init; } = "";

    /// <summary>Name of the workflow; empty on GitLab, where a repository has one pipeline.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>Id of the run, or pipeline: the same for all its jobs, and on GitHub for all its attempts.</summary>
    public string Run { get; init; } = "";

    /// <summary>Which attempt at the run, from 1. GitLab makes a new job of each and tells none: always 1 there.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Name of the job in its file.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its share where several machines do the same job; null where one does.</summary>
    public JobShard? Shard { get; init; }

    /// <summary>Environment to which the server itself records a deployment by this job; null when there is none, and always on GitHub, which does not tell.</summary>
    public string? Environment { get; init; }

    /// <summary>The page of the run on GitHub, of the job on GitLab; null when the server does not say.</summary>
    public Uri? Page { get; init; }

    /// <summary>Where the server's REST API is; null when it does not say.</summary>
    public Uri? Api { get; init; }
}
