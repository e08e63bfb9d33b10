namespace Pipelines;

/// <summary>Workflows that most repositories have; each is a record to be changed by <c>with</c>.</summary>
public static class Workflows
{
    /// <summary>Checks every pull request, and every change that a merge queue tries.</summary>
    /// <param name="targets">What a change must pass.</param>
    public static Workflow Continuous(params ReadOnlySpan<Delegate> targets) => new Workflow("Continuous")
    {
        Triggers = [new Trigger.PullRequest("main"), new Trigger.MergeQueue()],
        Gate = "all-checks",
    }.Runs(targets);

    /// <summary>Runs targets when a time comes, and when somebody asks.</summary>
    /// <param name="name">Of the workflow.</param>
    /// <param name="cron">When; see <see cref="Trigger.Schedule"/>.</param>
    /// <param name="targets">What runs.</param>
    public static Workflow Scheduled(string name, string cron, params ReadOnlySpan<Delegate> targets) => new Workflow(name)
    {
        Triggers = [new Trigger.Schedule(cron), new Trigger.Manual()],
    }.Runs(targets);
}
