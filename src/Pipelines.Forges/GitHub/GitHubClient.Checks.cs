using System.Collections.Immutable;
using Pipelines.Forges.Rest;

namespace Pipelines.Forges.GitHub;

public sealed partial class GitHubClient
{
    // GitHub takes no more at once, and adds those of an update to those before.
    private const int AnnotationsAtOnce = 50;

    /// <summary>Begins a check, or tells of one that has ended; needs the right <c>checks: write</c>.</summary>
    public async Task<GitHubCheckRun> CreateCheckAsync(GitHubCheck check, CancellationToken cancellationToken)
    {
        var parts = Parts(check);
        var run = await SendAsync(HttpMethod.Post, "", parts[0] with { Name = check.Name, HeadSha = check.Commit }, cancellationToken);
        return await SendRestAsync(run, parts, cancellationToken);
    }

    /// <summary>Tells how a check goes on; annotations are added to those before.</summary>
    public async Task<GitHubCheckRun> UpdateCheckAsync(long run, GitHubCheck check, CancellationToken cancellationToken)
    {
        var parts = Parts(check);
        return await SendRestAsync(await SendAsync(HttpMethod.Patch, FormattableString.Invariant($"/{run}"), parts[0], cancellationToken), parts, cancellationToken);
    }

    private async Task<GitHubCheckRun> SendRestAsync(GitHubCheckRun run, ImmutableArray<GitHubCheckBody> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts.Skip(1))
        {
            run = await SendAsync(HttpMethod.Patch, FormattableString.Invariant($"/{run.Id}"), part, cancellationToken);
        }
        return run;
    }

    // An update would add its annotations once more if it were tried again, and so it is not.
    private Task<GitHubCheckRun> SendAsync(HttpMethod method, string path, GitHubCheckBody body, CancellationToken cancellationToken) => _connection.SendAsync(
        RestRequest.Of(method, $"{_repository}/check-runs{path}", body, GitHubJson.Default.GitHubCheckBody) with { IsRepeatable = false }, GitHubJson.Default.GitHubCheckRun, cancellationToken);

    private static ImmutableArray<GitHubCheckBody> Parts(GitHubCheck check) =>
    [
        .. check.Annotations.DefaultIfEmpty().Chunk(AnnotationsAtOnce).Select(annotations => new GitHubCheckBody
        {
            DetailsUrl = check.Details,
            Status = check.Conclusion is null ? "in_progress" : "completed",
            Conclusion = check.Conclusion,
            Output = new(check.Title, check.Summary, [.. annotations.OfType<GitHubAnnotation>()]),
        }),
    ];
}
