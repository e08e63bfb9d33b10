using Pipelines.Delivery.Reporting;
using Pipelines.Forges;

namespace Pipelines.Targets.Delivery.Posting;

/// <summary>One comment a stage on the change request that is built, or that brought the commit.</summary>
/// <param name="forge">Where.</param>
/// <param name="job">Which job posts.</param>
internal sealed class ReviewPost(IForge forge, ServerJob job)
{
    private readonly Dictionary<string, int?> _changes = new(StringComparer.Ordinal);

    public async Task PostAsync(StageReport report, CancellationToken cancellationToken)
    {
        var commit = report.Release is { Commit.Length: > 0 } release ? release.Commit : job.Commit;
        if (await ChangeAsync(commit, cancellationToken) is { } change)
        {
            await new StickyComment(forge, $"{report.Service} {report.Stage}").PutAsync(change, report.ToMarkdown(job.Page), cancellationToken);
        }
    }

    private async Task<int?> ChangeAsync(string commit, CancellationToken cancellationToken)
    {
        if (job.Change is { } built)
        {
            return built.Number;
        }
        if (!_changes.TryGetValue(commit, out var change))
        {
            _changes[commit] = change = await forge.FindChangeAsync(commit, cancellationToken);
        }
        return change;
    }
}
