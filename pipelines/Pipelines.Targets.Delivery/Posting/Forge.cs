using Pipelines.Forges;
using Pipelines.Forges.GitHub;
using Pipelines.Forges.GitLab;

namespace Pipelines.Targets.Delivery.Posting;

/// <summary>The forge that a job belongs to.</summary>
internal static class Forge
{
    // A deployment does not wait long for its posts.
    private static readonly ForgePatience Patience = new() { Tries = 3, LongestWait = TimeSpan.FromSeconds(10), AnswerTime = TimeSpan.FromSeconds(10) };

    /// <summary>Opens it; null when nothing can be posted there.</summary>
    /// <param name="job">The job.</param>
    /// <param name="token">For its forge; null when there is none.</param>
    public static IForge? Of(ServerJob job, Secret? token)
    {
        if (token is null || job is not { Api: { } api, Repository.Length: > 0 } || job.Change is { IsOfFork: true })
        {
            return null;
        }
        var access = new ForgeAccess(api, job.Repository, token) { Patience = Patience };
        return job.Host == Host.GitHub ? new GitHubForge(access) : new GitLabForge(access);
    }
}
