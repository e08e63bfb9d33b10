using Pipelines.Forges;
using Pipelines.Forges.GitHub;
using Pipelines.Forges.GitLab;

namespace Pipelines.Targets.Delivery.Posting;

/// <summary>The forge that a job belongs to.</summary>
internal static class Forge
{
    // A deployment does not wait long for its posts.
    private static readonly ForgePatience Patience = new() { Tries = 3, LongestWait = TimeSpan.FromSeconds(10), AnswerTime = TimeSpan.FromSeconds(10) };

    /// <summary>How to get there; null when nothing can be posted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="token">For its forge; null when there is none.</param>
    public static ForgeAccess? Access(ServerJob job, Secret? token) => token is not null && job is { Api: { } api, Repository.Length: > 0, Change: null or { IsOfFork: false } }
        ? new(api, job.Repository, token) { Patience = Patience }
        : null;

    /// <summary>Opens it.</summary>
    public static IForge Open(Host host, ForgeAccess access) => host == Host.GitHub ? new GitHubForge(access) : new GitLabForge(access);
}
