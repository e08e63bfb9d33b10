using System.Collections.Immutable;

namespace Pipelines.Ci.GitLab;

/// <summary>The columns in which jobs are shown, each after those that its jobs need.</summary>
internal static class GitLabStages
{
    public static ImmutableArray<string> Of(IReadOnlyList<GitLabJob> jobs)
    {
        var stageOf = jobs.ToDictionary(job => job.Name, job => job.Stage, StringComparer.Ordinal);
        var depth = jobs.Select(job => job.Stage).Distinct(StringComparer.Ordinal).ToDictionary(stage => stage, _ => 0, StringComparer.Ordinal);
        // A longest way has no more steps than there are columns; two columns that need each other stay side by side, and are refused by a check.
        for (var round = 0; round < depth.Count; round++)
        {
            foreach (var job in jobs)
            {
                foreach (var before in job.Needs.Select(need => stageOf[need.Job]).Where(before => before != job.Stage))
                {
                    depth[job.Stage] = Math.Min(depth.Count, Math.Max(depth[job.Stage], depth[before] + 1));
                }
            }
        }
        return [.. depth.Keys.OrderBy(stage => depth[stage])];
    }
}
