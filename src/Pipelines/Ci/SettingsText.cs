namespace Pipelines.Ci;

/// <summary>What workflows rely on that is set by people, as they read it.</summary>
internal static class SettingsText
{
    public static IEnumerable<string> Of(CiPlan plan)
    {
        foreach (var (name, needsApproval, trunk) in SettingsScript.Environments(plan))
        {
            yield return $"Environment '{name}': only '{trunk}' deploys{(needsApproval ? ", and people approve" : "")}.";
        }
        foreach (var job in plan.Workflows.SelectMany(workflow => workflow.Jobs).DistinctBy(job => job.Id, StringComparer.Ordinal))
        {
            foreach (var secret in job.Settings.Secrets)
            {
                yield return $"Secret '{secret}': for job '{job.Id}'{(job.Settings.Deployment is { } deployment ? $", kept in environment '{ExprText.Plain(deployment.Environment)}'" : "")}.";
            }
        }
        foreach (var workflow in plan.Workflows)
        {
            foreach (var schedule in workflow.Settings.Triggers.OfType<Trigger.Schedule>())
            {
                yield return $"Schedule of '{workflow.Name}': {schedule.Cron}{(schedule.TimeZone is { } zone ? $" ({zone})" : "")}; GitLab keeps it as a setting.";
            }
            if (workflow.Settings.Gate is { } gate)
            {
                yield return $"Required check of '{workflow.Settings.Trunk}': '{JobName.Words(gate)}'.";
            }
        }
        foreach (var runner in plan.Workflows.SelectMany(workflow => workflow.Jobs).Select(job => job.Runner).Where(runner => runner is { IsHosted: false, Group: not null }).Select(runner => runner.Group).Distinct(StringComparer.Ordinal))
        {
            yield return $"Group of runners '{runner}': open to the workflows of this repository that use it, and to no other.";
        }
    }
}
