namespace Pipelines.Ci.Checks;

/// <summary>Values that are known only when a job runs, parameters, inputs and times.</summary>
internal static class ValueChecks
{
    public static IEnumerable<CiFinding> Of(Checked plan) =>
        [.. plan.Plan.Workflows.SelectMany(Workflow), .. plan.Jobs.SelectMany(entry => Job(plan, entry.Workflow, entry.Job, entry.Subject))];

    private static IEnumerable<CiFinding> Workflow(PlannedWorkflow workflow)
    {
        foreach (var schedule in workflow.Settings.Triggers.OfType<Trigger.Schedule>())
        {
            if (CronText.Problem(schedule.Cron) is { } problem)
            {
                yield return CiRule.Cron.At(workflow.Name, $"The schedule '{schedule.Cron}' {problem}");
            }
        }
        foreach (var input in workflow.Inputs)
        {
            if (!JobName.IsValid(input.Name))
            {
                yield return CiRule.Input.At(workflow.Name, $"'{input.Name}' is no name of an input. Use lower case letters, digits and dashes, beginning with a letter.");
            }
            if (input.Default.Length > 0 && !input.Options.IsEmpty && !input.Options.Contains(input.Default, StringComparer.Ordinal))
            {
                yield return CiRule.Input.At(workflow.Name, $"The input '{input.Name}' begins with '{input.Default}', which is none of its options: {string.Join(", ", input.Options)}.");
            }
            if (input.IsFlag && (!input.Options.IsEmpty || input.Default is not ("true" or "false" or "")))
            {
                yield return CiRule.Input.At(workflow.Name, $"The input '{input.Name}' is yes or no, so it has no options, and begins with true or false.");
            }
        }
        var places = workflow.Settings.Variables.Select(pair => new PlacedExpr(pair.Value, ExprPlace.WorkflowVariable));
        if (workflow.Settings.Concurrency is { } concurrency)
        {
            places = places.Append(new(concurrency.Group, ExprPlace.WorkflowConcurrency));
        }
        foreach (var finding in places.SelectMany(pair => Value(workflow, job: null, pair.Value, pair.Place, workflow.Name)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<CiFinding> Job(Checked plan, PlannedWorkflow workflow, PlannedJob job, string subject)
    {
        foreach (var name in job.Settings.Arguments.Keys.Where(name => !plan.Parameters.Contains(name)))
        {
            yield return CiRule.Parameter.At(subject, $"The build has no parameter '{name}'. Parameters: {string.Join(", ", plan.Parameters.Order(StringComparer.Ordinal))}.");
        }
        foreach (var input in Conditions.Of(job.Settings.When).OfType<Condition.InputIs>().Where(input => workflow.Inputs.All(known => known.Name != input.Name)))
        {
            yield return CiRule.Input.At(subject, $"Its condition reads the input '{input.Name}', which no trigger of the workflow asks for. Add it to Trigger.Manual(...).");
        }
        if (job.Runner.Axis is { } axis && job.Settings.Matrix?.Axes.Any(known => known.Name == axis) != true)
        {
            yield return CiRule.Matrix.At(subject, $"It runs on what the axis '{axis}' says, which its matrix does not have. Add new Matrix.Axis(\"{axis}\", ...).");
        }
        foreach (var finding in Places(job).SelectMany(pair => Value(workflow, job, pair.Value, pair.Place, subject)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<PlacedExpr> Places(PlannedJob job)
    {
        foreach (var value in job.Settings.Arguments.Values.Concat(job.Settings.Variables.Values))
        {
            yield return new(value, ExprPlace.JobVariable);
        }
        if (job.Settings.Deployment is { } deployment)
        {
            yield return new(deployment.Environment, ExprPlace.Environment);
            yield return new(deployment.Url ?? "", ExprPlace.Environment);
        }
        if (job.Concurrency is { } concurrency)
        {
            yield return new(concurrency.Group, ExprPlace.JobConcurrency);
        }
    }

    private static IEnumerable<CiFinding> Value(PlannedWorkflow workflow, PlannedJob? job, Expr value, ExprPlace place, string subject)
    {
        foreach (var part in ExprText.Parts(value))
        {
            if (!place.Knows(part))
            {
                yield return CiRule.Context.At(subject, $"{ExprText.Plain(part)} is not known in {place.Words}. Known there: {string.Join(", ", place.Contexts)}.");
            }
            else if (part is Expr.InputValue input && workflow.Inputs.All(known => known.Name != input.Name))
            {
                yield return CiRule.Input.At(subject, $"It reads the input '{input.Name}', which no trigger of the workflow asks for. Add it to Trigger.Manual(...).");
            }
            else if (part is Expr.AxisValue axis && job?.Settings.Matrix?.Axes.Any(known => known.Name == axis.Name) != true)
            {
                yield return CiRule.Matrix.At(subject, $"It reads the axis '{axis.Name}', which its matrix does not have. Add new Matrix.Axis(\"{axis.Name}\", ...).");
            }
            else if (part is Expr.SecretValue secret && job?.Settings.Secrets.Contains(secret.Name, StringComparer.Ordinal) != true)
            {
                yield return CiRule.Secret.At(subject, $"It uses the secret '{secret.Name}' without declaring it. Add it to the Secrets of the job.");
            }
            else if (part is Expr.Known { Fact: CiFact.PullRequest } && !workflow.Has<Trigger.PullRequest>())
            {
                yield return CiRule.Context.At(subject, "The number of the pull request is empty, as no pull request starts the workflow. Add Trigger.PullRequest, or use Expr.BranchSlug.");
            }
        }
    }
}
