namespace Pipelines;

/// <summary>What each CI system knows of a run, under a name of its own.</summary>
internal enum CiFact
{
    Commit,
    Branch,
    BranchSlug,
    PullRequest,
}
