using System.Collections.Immutable;

namespace Pipelines.Ci.Checks;

/// <summary>What a system lacks: refused where nothing stands in, told where something does.</summary>
internal static class SystemChecks
{
    private const string Open = "${{";

    public static IEnumerable<CiFinding> Of(Checked plan) =>
    [
        .. plan.Plan.Workflows.SelectMany(workflow => Workflow(plan, workflow)),
        .. plan.Jobs.Where(_ => plan.IsForGitLab).SelectMany(entry => AfterFailure(entry.Workflow, entry.Job, entry.Subject)),
        .. plan.Jobs.SelectMany(entry => (plan.IsForGitHub ? GitHub(entry.Job, entry.Subject) : []).Concat(plan.IsForGitLab ? GitLab(entry.Job, entry.Subject) : []).Concat(Both(plan, entry.Job, entry.Subject))),
    ];

    private static IEnumerable<CiFinding> Workflow(Checked plan, PlannedWorkflow workflow)
    {
        if (plan.IsForGitLab && workflow.Has<Trigger.Called>())
        {
            yield return CiRule.NotThere.At(workflow.Name, "GitLab has no workflow that others call. Write it for GitHub alone, or put its targets into the workflows that would call it.");
        }
        if (plan.IsForGitLab && workflow.Has<Trigger.Schedule>())
        {
            yield return CiRule.Setting.At(workflow.Name, "A schedule is a setting of GitLab. 'VerifySettings' writes a script that makes it.");
        }
        if (plan.IsForGitLab && workflow.Has<Trigger.MergeQueue>() && workflow.Has<Trigger.PullRequest>())
        {
            yield return CiRule.Emulated.At(workflow.Name, "A merge train of GitLab is a merge request that comes again, so one rule serves both.");
        }
        foreach (var text in plan.IsForGitHub ? PlainTexts(workflow).Where(text => text.Contains(Open, StringComparison.Ordinal)) : [])
        {
            yield return CiRule.Context.At(workflow.Name, $"GitHub takes the '{Open}' of '{text}' for an expression, and knows none there. Write it otherwise.");
        }
        if (plan.IsForGitHub && (Differ(workflow.Settings.Triggers.OfType<Trigger.Push>().Select(push => push.Paths)) || Differ(workflow.Settings.Triggers.OfType<Trigger.PullRequest>().Select(request => request.Paths))))
        {
            yield return CiRule.NotThere.At(workflow.Name, "GitHub has one list of files for all branches that start a workflow. Give the triggers the same Paths, or make two workflows of them.");
        }
        if (workflow.Settings.Gate is not null && plan.IsForGitHub && workflow.Settings.Triggers.Any(trigger => trigger is Trigger.PullRequest { Paths.IsEmpty: false }))
        {
            yield return CiRule.NotThere.At(workflow.Name, "A required check never reports for a pull request that 'Paths' leaves out, and blocks it for ever. Take the paths away, or the Gate.");
        }
    }

    private static bool Differ(IEnumerable<ImmutableArray<string>> paths) => paths.Select(some => string.Join('\n', some.Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static IEnumerable<CiFinding> GitHub(PlannedJob job, string subject)
    {
        if (job.Settings.Start == JobStart.ByHand)
        {
            yield return CiRule.NotThere.At(subject, "GitHub cannot let a job wait for a click. Say Deployment { NeedsApproval = true }, or make a workflow of it with Trigger.Manual.");
        }
        if (job.Settings.When is Condition.Raw { GitHub.Length: 0 })
        {
            yield return CiRule.NotThere.At(subject, "Its condition has no words for GitHub. Fill in the first text of Condition.Only.");
        }
        foreach (var value in Conditions.Of(job.Settings.When).Select(Compared).OfType<string>().Where(value => value.Contains(Open, StringComparison.Ordinal)))
        {
            yield return CiRule.Context.At(subject, $"GitHub takes the '{Open}' of '{value}' for an expression, also within a condition. Compare with another text.");
        }
        if (job.Settings.Retries > 0)
        {
            yield return CiRule.Emulated.At(subject, "GitHub does not start a job again when its machine failed; a person says so. Work itself is tried again by Retry(...) of its target.");
        }
        if (job.Settings.Deployment is { StopsAfter: not null })
        {
            yield return CiRule.Emulated.At(subject, "GitHub keeps an environment for ever. It is stopped when the pull request is closed; let a scheduled workflow stop what is left.");
        }
        if (job.Settings.Deployment is { OnlyVisits: true })
        {
            yield return CiRule.Emulated.At(subject, "A visit of an environment would be a deployment on GitHub, so the job runs outside of it.");
        }
        if (!job.Settings.TestReports.IsEmpty || job.Settings.Coverage is not null)
        {
            yield return CiRule.Emulated.At(subject, "GitHub shows no reports: they are kept as an artifact, and the build writes tests and coverage into the summary of the job.");
        }
    }

    private static IEnumerable<CiFinding> AfterFailure(PlannedWorkflow workflow, PlannedJob job, string subject)
    {
        var needs = job.Settings.Start == JobStart.AfterFailure ? job.Needs.Select(workflow.Find).OfType<PlannedJob>() : [];
        foreach (var need in needs.Where(need => need.Settings.Start == JobStart.AfterSuccess))
        {
            if (workflow.Before(need).FirstOrDefault(first => !first.Settings.MayFail && job.Needs.Contains(first.Id, StringComparer.Ordinal)) is { } first)
            {
                yield return CiRule.NotThere.At(subject, $"GitLab starts it only when all that it needs has run, and '{need.Id}' does not when '{first.Id}' fails. Give each a job of its own, or say JobStart.Always and let the target judge.");
            }
        }
    }

    private static IEnumerable<CiFinding> GitLab(PlannedJob job, string subject)
    {
        if (job.Settings.GitLab is null && job.Runner is { IsHosted: true, Labels: [var label, ..] } && !label.StartsWith("ubuntu", StringComparison.Ordinal))
        {
            yield return CiRule.NotThere.At(subject, $"GitLab has no machine '{label}' by itself. Use Runners.SelfHosted with tags of your runners.");
        }
        if (job.Settings.When is Condition.Raw { GitLab.Length: 0 })
        {
            yield return CiRule.NotThere.At(subject, "Its condition has no words for GitLab. Fill in the second text of Condition.Only.");
        }
        foreach (var value in Conditions.Of(job.Settings.When).Select(Compared).OfType<string>().Where(value => value.Contains('"', StringComparison.Ordinal) && value.Contains('\'', StringComparison.Ordinal)))
        {
            yield return CiRule.NotThere.At(subject, $"GitLab cannot say a text with both kinds of quotes, as {value}. Compare with another one.");
        }
        if (job.Settings.Deployment?.Url is { } url && ExprText.RunsOn(url))
        {
            yield return CiRule.NotThere.At(subject, $"GitLab takes no address in which a letter or digit follows what is known later, as {ExprText.Plain(url)}. Put a dot, a dash or a slash between them.");
        }
        if (job.Settings.Matrix is { } matrix && (!matrix.Exclude.IsEmpty || !matrix.Include.IsEmpty))
        {
            yield return CiRule.Emulated.At(subject, "GitLab's matrix leaves out and adds nothing, so every combination is written out.");
        }
        if (job.Settings.Matrix is { MaxParallel: not null } or { FailFast: true })
        {
            yield return CiRule.Emulated.At(subject, "GitLab starts all combinations at once, and one that fails stops none.");
        }
        if (job.Runner.Axis is not null)
        {
            yield return CiRule.Emulated.At(subject, "On GitLab the axis names a tag, which runners have to have.");
        }
        if (job.Settings.Services.Any(service => service.Readiness is not null))
        {
            yield return CiRule.Emulated.At(subject, "GitLab waits until a service listens, not until it is ready; clients have to try again.");
        }
        if (job.Settings.Start == JobStart.EvenCancelled)
        {
            yield return CiRule.Emulated.At(subject, "GitLab starts nothing in a pipeline that was cancelled; after a failure it does.");
        }
        foreach (var cache in job.Caches.Where(cache => cache.KeyFiles.Any(file => file.Contains('*', StringComparison.Ordinal)) || cache.KeyFiles.Length > 2))
        {
            yield return CiRule.Emulated.At(subject, $"GitLab makes a key of two files at most, and not of patterns, so the cache '{cache.Name}' is kept by branch.");
        }
    }

    private static string? Compared(Condition condition) => condition switch
    {
        Condition.OfBranch branch => branch.Name,
        Condition.InputIs input => input.Value,
        Condition.VariableIs variable => variable.Value,
        _ => null,
    };

    // Where a workflow begins GitHub evaluates nothing, and takes this for a mistake.
    private static IEnumerable<string> PlainTexts(PlannedWorkflow workflow) =>
    [
        workflow.Name,
        .. workflow.Settings.Triggers.SelectMany(trigger => trigger switch
        {
            Trigger.Push push => push.Branches.AddRange(push.Paths),
            Trigger.PullRequest request => request.Branches.AddRange(request.Paths),
            Trigger.Tag tag => tag.Patterns,
            Trigger.Manual manual => [.. manual.Inputs.SelectMany(input => input.Options.Add(input.Default).Add(input.Description))],
            Trigger.Called called => [.. called.Inputs.Select(input => input.Description)],
            _ => ImmutableArray<string>.Empty,
        }),
    ];

    private static IEnumerable<CiFinding> Both(Checked plan, PlannedJob job, string subject)
    {
        if (plan.Systems == CiSystem.All && job.Settings.GitHubSteps.IsEmpty != job.Settings.GitLabScript.IsEmpty)
        {
            yield return CiRule.Emulated.At(subject, $"Only {(job.Settings.GitLabScript.IsEmpty ? "GitHub" : "GitLab")} was told what to do before the build runs.");
        }
        if (job.Settings.Deployment is { NeedsApproval: true } deployment)
        {
            yield return CiRule.Setting.At(subject, $"Who approves a deployment to {ExprText.Plain(deployment.Environment)} is a setting. 'VerifySettings' writes a script that makes it.");
        }
    }
}
