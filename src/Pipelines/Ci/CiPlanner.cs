using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Ci;

/// <summary>Draws jobs from targets. The same graph and words give the same plan.</summary>
internal sealed class CiPlanner(TargetGraph graph, TargetNames names, List<CiFinding> findings)
{
    public CiPlan Plan(IEnumerable<Workflow> workflows) => new([.. workflows.Select(Plan)]);

    private PlannedWorkflow Plan(Workflow workflow)
    {
        var boundaries = new JobBoundaries(graph, names, workflow);
        foreach (var name in boundaries.LeftOut)
        {
            findings.Add(CiRule.RunsInNoJob.At(workflow.Name, $"'{name}' runs in no job: nothing in the workflow needs it, and it is not listed. Name it in a job if CI should run it."));
        }
        var jobs = WaitForAll([.. boundaries.Jobs.Select(draft => Plan(workflow, boundaries, draft))]);
        var taken = jobs.SelectMany(job => job.After).ToHashSet(StringComparer.Ordinal);
        var order = JobOrder.Of(jobs, workflow.Name, findings);
        return new(workflow, [.. order.Select(job => job with { HandsOver = taken.Contains(job.Id) })]);
    }

    private static ImmutableArray<PlannedJob> WaitForAll(ImmutableArray<PlannedJob> jobs) => [.. jobs.Select(job => job.Settings.WaitsForAll ? WaitForAll(jobs, job) : job)];

    // Those that others of them wait for need not be named.
    private static PlannedJob WaitForAll(ImmutableArray<PlannedJob> jobs, PlannedJob job)
    {
        var before = jobs.Where(other => other.Id != job.Id && !WaitsFor(jobs, other.Id, job.Id, [])).ToList();
        var last = before.Where(other => !before.Exists(later => later.Needs.Contains(other.Id, StringComparer.Ordinal))).Select(other => other.Id);
        return job with { Needs = [.. job.Needs.Union(last, StringComparer.Ordinal)] };
    }

    private static bool WaitsFor(ImmutableArray<PlannedJob> jobs, string job, string other, HashSet<string> seen) =>
        seen.Add(job) && jobs.FirstOrDefault(known => known.Id == job) is { } planned && (planned.Needs.Contains(other, StringComparer.Ordinal) || planned.Needs.Any(need => WaitsFor(jobs, need, other, seen)));

    private PlannedJob Plan(Workflow workflow, JobBoundaries boundaries, JobDraft draft)
    {
        var settings = JobDefaults.Under(draft.Settings, draft.Begins.Select(name => graph[name].Job).OfType<Job>().FirstOrDefault(job => job.Name == draft.Settings.Name));
        var share = boundaries.Share(draft);
        var before = share.SelectMany(name => graph[name].Dependencies.Concat(graph[name].TriggeredBy).Concat(graph[name].Consumes)).ToImmutableArray();
        var after = Owners(boundaries, draft, before.Except(share, StringComparer.Ordinal))
            .Union(Makers(boundaries, draft, share.SelectMany(name => graph[name].Consumes).Except(share, StringComparer.Ordinal)), StringComparer.Ordinal).ToImmutableArray();
        var ordered = Owners(boundaries, draft, before.Concat(share.SelectMany(name => graph[name].After)));
        var shards = Math.Max(settings.Shards, draft.Begins.Select(name => graph[name].Partitions).Prepend(1).Max());
        return new(settings)
        {
            Invoked = [.. boundaries.Order.Where(name => draft.Begins.Contains(name, StringComparer.Ordinal))],
            Targets = [.. share.Where(name => !graph[name].Work.IsEmpty)],
            Repeated = [.. share.Where(name => !draft.Begins.Contains(name, StringComparer.Ordinal) && boundaries.Begins(name))],
            Needs = [.. after.Concat(ordered).Concat(settings.Needs).Distinct(StringComparer.Ordinal)],
            After = after,
            Runner = settings.Runner ?? workflow.Runner,
            Caches = settings.Caches ?? (settings.Deployment is null ? workflow.Caches : []),
            Shards = shards,
            Concurrency = settings.Concurrency ?? (settings.Deployment is { OnlyVisits: false } deployment ? new("deploy-" + deployment.Environment) : null),
        };
    }

    // Other jobs that begin at one of the targets.
    private static ImmutableArray<string> Owners(JobBoundaries boundaries, JobDraft draft, IEnumerable<string> targets)
    {
        var foreign = targets.Except(draft.Begins, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return [.. boundaries.Jobs.Where(job => job != draft && job.Begins.Any(foreign.Contains)).Select(job => job.Settings.Name)];
    }

    // Other jobs in which the targets work, wherever they begin.
    private static IEnumerable<string> Makers(JobBoundaries boundaries, JobDraft draft, IEnumerable<string> targets)
    {
        var wanted = targets.ToHashSet(StringComparer.Ordinal);
        return wanted.Count == 0 ? [] : boundaries.Jobs.Where(job => job != draft && boundaries.Share(job).Any(wanted.Contains)).Select(job => job.Settings.Name);
    }
}
