using System.Collections.Immutable;

namespace Pipelines.Ci.GitLab;

/// <summary>When a pipeline is made, and which jobs are in it. All workflows are in one file, so each job says which it is of.</summary>
internal static class GitLabRules
{
    /// <summary>Variable that says which workflow a person or a schedule started.</summary>
    public const string Workflow = "WORKFLOW";

    /// <summary>The rules of a job: one for each trigger of its workflow.</summary>
    public static ImmutableArray<GitLabRule> Of(PlannedWorkflow workflow, PlannedJob job)
    {
        var (when, allowFailure) = job switch
        {
            { Settings.Deployment.Stops: true } => ("manual", true),
            { Settings.Start: JobStart.ByHand } => ("manual", (bool?)false),
            { Settings.Start: JobStart.AfterFailure } => ("on_failure", null),
            { Settings.Start: JobStart.Always or JobStart.EvenCancelled } => ("always", null),
            _ => (null, null),
        };
        return
        [
            .. workflow.Settings.Triggers.Where(trigger => !TakesPart.Never(trigger, job.Settings.When)).SelectMany(trigger => Of(workflow, trigger))
                .Select(rule => rule with { If = GitLabExpression.And(rule.If, Rest(job.Settings.When, rule)), When = when, AllowFailure = allowFailure }),
        ];
    }

    /// <summary>The rules of all pipelines.</summary>
    public static ImmutableArray<GitLabRule> Of(CiPlan plan)
    {
        var rules = plan.Workflows.SelectMany(workflow => workflow.Settings.Triggers.SelectMany(trigger => Of(workflow, trigger)))
            .Select(rule => rule with { Changes = [] }).DistinctBy(rule => rule.If, StringComparer.Ordinal);
        // A branch with an open merge request would get two pipelines for one push.
        var isDoubled = plan.Workflows.Any(workflow => workflow.Has<Trigger.PullRequest>())
            && plan.Workflows.Any(workflow => workflow.Settings.Triggers.OfType<Trigger.Push>().Any(push => push.Branches.IsEmpty || push.Branches.Any(TakesPart.IsPattern)));
        return isDoubled ? [new("$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS") { When = "never" }, .. rules] : [.. rules];
    }

    private static IEnumerable<GitLabRule> Of(PlannedWorkflow workflow, Trigger trigger) => trigger switch
    {
        Trigger.Push { Branches.IsEmpty: true } push => [new("$CI_PIPELINE_SOURCE == \"push\" && $CI_COMMIT_BRANCH") { Changes = Changes(push.Paths) }],
        Trigger.Push push => push.Branches.Select(branch => new GitLabRule($"$CI_PIPELINE_SOURCE == \"push\" && {Is("CI_COMMIT_BRANCH", branch)}") { Changes = Changes(push.Paths) }),
        Trigger.PullRequest { Branches.IsEmpty: true } request => [new(GitLabExpression.If(Condition.PullRequest)) { Changes = Changes(request.Paths) }],
        Trigger.PullRequest request => request.Branches.Select(branch =>
            new GitLabRule($"{GitLabExpression.If(Condition.PullRequest)} && {Is("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", branch)}") { Changes = Changes(request.Paths) }),
        // A train is a merge request that comes again, so the rule of those serves both.
        Trigger.MergeQueue => workflow.Has<Trigger.PullRequest>() ? [] : [new("$CI_MERGE_REQUEST_EVENT_TYPE == \"merge_train\"")],
        Trigger.Tag tag => tag.Patterns.Select(pattern => new GitLabRule(Is("CI_COMMIT_TAG", pattern))),
        Trigger.Schedule => [new($"$CI_PIPELINE_SOURCE == \"schedule\" && ${Workflow} == \"{workflow.Id}\"")],
        Trigger.Manual => [new($"$CI_PIPELINE_SOURCE =~ /^(web|api)$/ && ${Workflow} == \"{workflow.Id}\"")],
        _ => [],
    };

    private static string Is(string variable, string text) => TakesPart.IsPattern(text) ? $"${variable} =~ {GitLabExpression.Pattern(text)}" : $"${variable} == {GitLabExpression.Quoted(text)}";

    // GitLab's "**" means folders only.
    private static ImmutableArray<string> Changes(ImmutableArray<string> paths) => [.. paths.Select(path => path.EndsWith("/**", StringComparison.Ordinal) ? $"{path}/*" : path)];

    // What the trigger says already need not be said again.
    private static string? Rest(Condition? condition, GitLabRule rule) =>
        condition is null || GitLabExpression.If(condition) is var text && rule.If?.Split(" && ").Contains(text, StringComparer.Ordinal) == true ? null : GitLabExpression.If(condition);
}
