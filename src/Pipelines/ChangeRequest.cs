namespace Pipelines;

/// <summary>What GitHub calls a pull request and GitLab a merge request.</summary>
/// <param name="Number">As people say it: <c>#7</c> on GitHub, <c>!7</c> on GitLab.</param>
/// <param name="Commit">Full hash of its last commit.</param>
/// <param name="Source">The branch that it comes from.</param>
/// <param name="Target">The branch that it goes to.</param>
public sealed record ChangeRequest(int Number, string Commit, string Source, string Target)
{
    /// <summary>It comes from another repository, so that its jobs have neither secrets nor rights to write.</summary>
    public bool IsOfFork { get; init; }
}
