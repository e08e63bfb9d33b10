namespace Pipelines.Ci.Checks;

/// <summary>Names, needs, conditions and limits of jobs.</summary>
internal static class ShapeChecks
{
    // GitLab keeps its jobs beside its other keys.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "cache", "default", "image", "include", "pages", "services", "spec", "stages", "variables", "workflow", "true", "false", "nil",
    };

    private const int MostNeeds = 50;
    private const int MostRetries = 2;
    private static readonly TimeSpan HostedLimit = TimeSpan.FromHours(6);
    private static readonly TimeSpan OwnLimit = TimeSpan.FromDays(5);

    public static IEnumerable<CiFinding> Of(Checked plan) =>
    [
        .. plan.Plan.Workflows.SelectMany(Workflow),
        .. Twice(plan.Plan.Workflows.Select(workflow => workflow.Id), id => CiRule.Name.At(id, $"Two workflows are named '{id}', so they would be one file. Name one otherwise.")),
        .. plan.Jobs.SelectMany(entry => Job(entry.Workflow, entry.Job, entry.Subject)),
        .. plan.IsForGitLab ? plan.Jobs.Where(entry => Reserved.Contains(entry.Job.Id)).Select(entry => CiRule.Name.At(entry.Subject, $"GitLab takes '{entry.Job.Id}' for a key of its own. Name the job otherwise.")) : [],
    ];

    private static IEnumerable<CiFinding> Workflow(PlannedWorkflow workflow)
    {
        if (!JobName.IsValid(workflow.Id))
        {
            yield return CiRule.Name.At(workflow.Name, "The name needs letters, as a file is named by it. Name it as in 'Continuous'.");
        }
        if (workflow.Settings.Triggers.IsEmpty)
        {
            yield return CiRule.Empty.At(workflow.Name, "Nothing starts it. Give it Triggers.");
        }
        if (workflow.Jobs.IsEmpty)
        {
            yield return CiRule.Empty.At(workflow.Name, "It has nothing to do. Name targets with Runs(...).");
        }
        foreach (var finding in Twice(workflow.Jobs.Select(job => job.Id), id => CiRule.Name.At(workflow.Name, $"Two jobs are named '{id}'. Name one otherwise, or put their targets into one.")))
        {
            yield return finding;
        }
        if (workflow.Settings.Gate is { } gate && (!JobName.IsValid(gate) || workflow.Find(gate) is not null))
        {
            yield return CiRule.Name.At(workflow.Name, $"The gate cannot be named '{gate}'. Give it a name of its own, of lower case letters, digits and dashes.");
        }
    }

    private static IEnumerable<CiFinding> Job(PlannedWorkflow workflow, PlannedJob job, string subject)
    {
        if (!JobName.IsValid(job.Id))
        {
            yield return CiRule.Name.At(subject, $"'{job.Id}' is no name that both systems take. Use at most 60 lower case letters, digits and dashes, beginning with a letter.");
        }
        if (job.Invoked.IsEmpty)
        {
            yield return CiRule.UnknownJob.At(subject, $"No target begins a job '{job.Id}'. Name its targets with Runs(...), or take the job out.");
        }
        if (!workflow.Settings.Triggers.IsEmpty && workflow.Settings.Triggers.All(trigger => TakesPart.Never(trigger, job.Settings.When)))
        {
            yield return CiRule.Empty.At(subject, "It never takes part: its When holds in no run that the triggers of the workflow start. Add the trigger, or change the When.");
        }
        if (job is { Settings.Start: JobStart.AfterFailure, Needs.IsEmpty: true })
        {
            yield return CiRule.Empty.At(subject, "It starts when a job that it needs has failed, and it needs none. Give it Needs.");
        }
        foreach (var need in job.Needs.Where(need => workflow.Find(need) is null))
        {
            yield return CiRule.UnknownJob.At(subject, $"It needs '{need}', which is no job of the workflow. Jobs: {string.Join(", ", workflow.Jobs.Select(other => other.Id))}.");
        }
        foreach (var need in job.Needs.Select(workflow.Find).OfType<PlannedJob>().Where(need => !Implication.Holds(job.Settings.When, need.Settings.When)))
        {
            yield return CiRule.NarrowNeed.At(subject, $"It needs '{need.Id}', which takes part less often: where '{need.Id}' is left out, GitHub leaves '{job.Id}' out too, and GitLab makes no pipeline at all. Give '{job.Id}' the same When, or '{need.Id}' a wider one.");
        }
        if (job.Needs.Length > MostNeeds)
        {
            yield return CiRule.Needs.At(subject, $"It needs {job.Needs.Length} jobs, and GitLab takes {MostNeeds}. Put a job between that needs some of them.");
        }
        var limit = job.Runner.IsHosted ? HostedLimit : OwnLimit;
        if (job.Timeout < TimeSpan.FromMinutes(1) || job.Timeout > limit)
        {
            yield return CiRule.Limit.At(subject, $"A timeout of {job.Timeout} is out of range. Use 1 minute to {limit.TotalHours} hours.");
        }
        if (job.Settings.Retries is < 0 or > MostRetries)
        {
            yield return CiRule.Limit.At(subject, $"{job.Settings.Retries} more tries are out of range. Use 0 to {MostRetries}.");
        }
    }

    private static IEnumerable<CiFinding> Twice(IEnumerable<string> ids, Func<string, CiFinding> found) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => found(group.Key));
}
