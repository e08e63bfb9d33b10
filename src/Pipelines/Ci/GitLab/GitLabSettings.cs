namespace Pipelines.Ci.GitLab;

/// <summary>What a maintainer sets on GitLab, as commands of its program <c>glab</c>.</summary>
internal static class GitLabSettings
{
    public const string Path = ".gitlab/settings.sh";

    private const string Start = """
        # Needs glab, signed in as a maintainer, in a working copy of the project. 40 are maintainers; approvals are of the Premium tier.

        """;

    public static string? Of(CiPlan plan, string header) => SettingsScript.Of(header, Start,
    [
        .. SettingsScript.Environments(plan).Select(place => new SettingsStep($"{place.Name}: maintainers deploy{(place.NeedsApproval ? ", another one approves" : "")}", Environment(place.Name, place.NeedsApproval))),
        .. SettingsScript.Environments(plan).Select(place => new SettingsStep($"{place.Name}: deployments wait in the order in which they came", $"glab api --method PUT \"projects/:id/resource_groups/deploy-{Uri.EscapeDataString(place.Name)}\" --field process_mode=oldest_first")),
        .. plan.Workflows.SelectMany(workflow => workflow.Settings.Triggers.OfType<Trigger.Schedule>().Select(schedule => new SettingsStep($"{workflow.Name}: {schedule.Cron}", Schedule(workflow, schedule)))),
    ]);

    private static string Environment(string name, bool needsApproval) =>
        $"glab api --method POST \"projects/:id/protected_environments\" --field name={CommandLine.Quoted(name)} --field 'deploy_access_levels[][access_level]=40'{(needsApproval ? " --field 'approval_rules[][access_level]=40' --field 'approval_rules[][required_approvals]=1'" : "")}";

    private static string Schedule(PlannedWorkflow workflow, Trigger.Schedule schedule) => $"""
        schedule=$(glab api --method POST "projects/:id/pipeline_schedules" --field description={CommandLine.Quoted(workflow.Name)} --field ref={CommandLine.Quoted(workflow.Settings.Trunk)} --field cron={CommandLine.Quoted(schedule.Cron)} --field cron_timezone={CommandLine.Quoted(schedule.TimeZone ?? "UTC")} | sed -e 's/^[^0-9]*"id":\([0-9]*\).*/\1/')
        glab api --method POST "projects/:id/pipeline_schedules/$schedule/variables" --field key={GitLabRules.Workflow} --field value={CommandLine.Quoted(workflow.Id)}
        """;
}
