using Pipelines.Graph;

namespace Pipelines.Ci;

/// <summary>What the comment above a job says.</summary>
internal static class TargetWords
{
    /// <summary>The targets on its line with what they say of themselves, and those that join them.</summary>
    public static string Of(PlannedJob job, TargetGraph graph)
    {
        var lines = job.Invoked.Select(name => graph[name].Description is { } description ? $"{name}: {description}" : name);
        var joined = job.Targets.Except(job.Invoked, StringComparer.Ordinal).ToList();
        return string.Join('\n', joined.Count == 0 ? lines : lines.Append($"Runs {string.Join(", ", joined)} too"));
    }
}
