using System.Text;

namespace Pipelines.Ci;

/// <summary>A plan as people read it.</summary>
internal static class CiPlanText
{
    public static string Write(CiPlan plan)
    {
        var text = new StringBuilder();
        foreach (var workflow in plan.Workflows)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(workflow.Name).Append(": ").AppendJoin(", ", workflow.Settings.Triggers.Select(Words)).Append('\n');
            foreach (var job in workflow.Jobs)
            {
                text.Append("  ").Append(job.Id).Append(Many(job)).Append(" runs ").AppendJoin(", ", job.Targets);
                text.Append(job.Needs.IsEmpty ? "" : $"; after {string.Join(", ", job.Needs)}").Append(Rest(job)).Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Many(PlannedJob job) => job.Shards > 1 ? $" x {job.Shards}" : job.Settings.Matrix is { } matrix ? $" x {MatrixLegs.Of(matrix).Length}" : "";

    private static string Rest(PlannedJob job)
    {
        var services = job.Settings.Services.IsEmpty ? "" : $"; with {string.Join(", ", job.Settings.Services.Select(service => service.Image))}";
        var place = job.Settings.Deployment is { } deployment ? $"; in {ExprText.Plain(deployment.Environment)}" : "";
        return services + place + (job.Settings.Start == JobStart.AfterSuccess ? "" : $"; {JobName.Words(JobName.Of(job.Settings.Start.ToString())).ToLowerInvariant()}");
    }

    private static string Words(Trigger trigger) => trigger switch
    {
        Trigger.Push push => $"push to {string.Join(", ", push.Branches)}",
        Trigger.PullRequest { Branches.IsEmpty: true } => "pull request",
        Trigger.PullRequest request => $"pull request into {string.Join(", ", request.Branches)}",
        Trigger.MergeQueue => "merge queue",
        Trigger.Tag tag => $"tag {string.Join(", ", tag.Patterns)}",
        Trigger.Schedule schedule => $"at {schedule.Cron}",
        Trigger.Manual => "by hand",
        _ => "called",
    };
}
