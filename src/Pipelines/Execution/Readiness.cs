using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>Judges a target whose predecessors have all ended: whether it runs, and if not, why.</summary>
internal sealed class Readiness(TargetGraph graph, ExecutionPlan plan, IReadOnlyDictionary<string, TargetOutcome> outcomes)
{
    private readonly Lazy<HashSet<string>> _needed = new(() => plan.Targets
        .SelectMany(target => target.Dependencies)
        .Concat(plan.Targets.Where(target => target.Invoked).Select(target => target.Name))
        .ToHashSet(StringComparer.Ordinal));

    /// <summary>The outcome of a target that does not run; null when it does.</summary>
    public TargetOutcome? Judge(PlannedTarget target, string? stopReason)
    {
        if (target.SkipReason is { } skip)
        {
            return Ended(target, TargetStatus.Skipped, skip);
        }
        // Also for an assured target: what its own dependency was to prepare is not there.
        foreach (var name in target.Dependencies)
        {
            if (outcomes[name].Status is not (TargetStatus.Succeeded or TargetStatus.Skipped) and var status)
            {
                return Ended(target, TargetStatus.NotRun, $"'{name}' {Became(status)}");
            }
        }
        var assured = graph[target.Name].IsAssured;
        if (Untriggered(target, assured) is { } untriggered)
        {
            return untriggered;
        }
        return stopReason is not null && !assured ? Ended(target, TargetStatus.NotRun, stopReason) : null;
    }

    private TargetOutcome? Untriggered(PlannedTarget target, bool assured)
    {
        if (target.TriggeredBy.IsEmpty || _needed.Value.Contains(target.Name))
        {
            return null;
        }
        TargetOutcome[] sources = [.. target.TriggeredBy.Select(name => outcomes[name])];
        if (Array.Exists(sources, source => source.Status == TargetStatus.Succeeded || source.Skip == SkipKind.Continued || (assured && source.Status is TargetStatus.Failed or TargetStatus.Cancelled)))
        {
            return null;
        }
        var source = sources[0];
        return Ended(
            target,
            Array.TrueForAll(sources, ended => ended.Status == TargetStatus.Skipped) ? TargetStatus.Skipped : TargetStatus.NotRun,
            $"'{source.Name}', which triggers it, {Became(source.Status)}");
    }

    private static TargetOutcome Ended(PlannedTarget target, TargetStatus status, string reason) => new(target.Name, status, reason, TimeSpan.Zero);

    private static string Became(TargetStatus status) => status switch
    {
        TargetStatus.Failed => "failed",
        TargetStatus.Cancelled => "was cancelled",
        TargetStatus.Skipped => "was skipped",
        _ => "did not run",
    };
}
