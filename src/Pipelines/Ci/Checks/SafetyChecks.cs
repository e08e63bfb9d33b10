namespace Pipelines.Ci.Checks;

/// <summary>Who can start what, and with which rights.</summary>
internal static class SafetyChecks
{
    public static IEnumerable<CiFinding> Of(Checked plan) => [.. plan.Jobs.SelectMany(entry => Job(entry.Workflow, entry.Job, entry.Subject)), .. plan.Plan.Workflows.SelectMany(Recovery)];

    private static IEnumerable<CiFinding> Job(PlannedWorkflow workflow, PlannedJob job, string subject)
    {
        var isOpen = workflow.Has<Trigger.PullRequest>() && !Implication.KeepsForksOut(job.Settings.When);
        if (isOpen && (job.Deploys || !job.Settings.Secrets.IsEmpty || job.Settings.IdentityToken is not null))
        {
            yield return CiRule.ForkReachable.At(subject, $"A pull request starts it, also one of a fork, and it {(job.Deploys ? "deploys" : "has secrets")}. Say When = Condition.Branch(\"{workflow.Settings.Trunk}\"), or Condition.OwnPullRequest for a review app.");
        }
        if (isOpen && !job.Runner.IsHosted)
        {
            yield return CiRule.ForkRunner.At(subject, "A pull request starts it, also one of a fork, and it runs on a machine that outlives it. Use a hosted runner, or say When = Condition.OwnPullRequest.");
        }
        if (job.Settings.Deployment is null && (!job.Settings.Secrets.IsEmpty || job.Settings.IdentityToken is not null))
        {
            yield return CiRule.SecretPlace.At(subject, "It has secrets, and no environment says who may use them. Give it a Deployment; one with OnlyVisits records no deployment.");
        }
        if (job.Settings.Deployment is { StaysOnRunner: true } && job.Runner.IsHosted)
        {
            yield return CiRule.LostStage.At(subject, "What is deployed stays on the machine of the runner, and this one is thrown away after the job. Give it one of your own, such as Runners.InGroup(\"stages\").");
        }
        if (job.Deploys && job.Concurrency is { CancelsOlder: true })
        {
            yield return CiRule.DeployGroup.At(subject, "A newer run would cancel it in the middle of a deployment. Take CancelsOlder away: deployments wait for each other.");
        }
        if (job.Deploys && !job.Caches.IsEmpty)
        {
            yield return CiRule.DeployCache.At(subject, $"It deploys, and takes files from the cache '{job.Caches[0].Name}', which any other job may have written. Leave Caches empty.");
        }
        if (job.Deploys && job.Needs.IsEmpty && (workflow.Has<Trigger.Push>() || workflow.Has<Trigger.Tag>()) && job.Targets.Length < 2)
        {
            yield return CiRule.Untested.At(subject, "It deploys what nothing in this workflow has built or tested. Let its target depend on what makes the release, or say WaitsForAll.");
        }
        foreach (var permission in job.Settings.Permissions)
        {
            var rights = permission.Writes ? GitHubRights.Writable : GitHubRights.Readable;
            if (!rights.Contains(permission.Scope))
            {
                yield return CiRule.Rights.At(subject, $"GitHub has no right '{permission.Scope}' to {(permission.Writes ? "write" : "read")}. Rights: {string.Join(", ", rights.Order(StringComparer.Ordinal))}.");
            }
        }
        foreach (var finding in Stop(workflow, job, subject))
        {
            yield return finding;
        }
    }

    private static IEnumerable<CiFinding> Stop(PlannedWorkflow workflow, PlannedJob job, string subject)
    {
        if (job.Settings.Deployment is { StoppedBy: { } name } place
            && (workflow.Find(name)?.Settings.Deployment is not { Stops: true } other || ExprText.Plain(other.Environment) != ExprText.Plain(place.Environment)))
        {
            yield return CiRule.StopJob.At(subject, $"'{name}' is to take its environment down, but is no job with Deployment {{ Stops = true }} of the same environment.");
        }
        if (job.Settings.Deployment is { Stops: true } && !job.Needs.IsEmpty)
        {
            yield return CiRule.StopJob.At(subject, $"It takes an environment down, and has to be startable alone, but needs {string.Join(", ", job.Needs)}. Let its targets depend on nothing of other jobs.");
        }
    }

    private static IEnumerable<CiFinding> Recovery(PlannedWorkflow workflow)
    {
        var deploys = workflow.Jobs.FirstOrDefault(job => job is { Deploys: true, Settings.Deployment.Stops: false });
        if (deploys is not null && !workflow.Has<Trigger.Manual>() && !workflow.Jobs.Any(job => job.Settings.Start is JobStart.EvenCancelled or JobStart.Always && job.Needs.Contains(deploys.Id, StringComparer.Ordinal)))
        {
            yield return CiRule.Unchecked.At($"{workflow.Name}/{deploys.Id}", "When its machine dies in the middle, nothing in the workflow mends what it left. Add a job with Start = JobStart.EvenCancelled that runs Recover.");
        }
    }
}
