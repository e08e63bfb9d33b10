using Pipelines.Graph;

namespace Pipelines.Ci.Checks;

/// <summary>What checks look at.</summary>
/// <param name="Plan">What would be written.</param>
/// <param name="Graph">Its targets.</param>
/// <param name="Parameters">Names of the build's parameters on the command line.</param>
/// <param name="Systems">For which it would be written.</param>
internal sealed record Checked(CiPlan Plan, TargetGraph Graph, IReadOnlySet<string> Parameters, CiSystem Systems)
{
    public bool IsForGitHub => Systems.HasFlag(CiSystem.GitHub);

    public bool IsForGitLab => Systems.HasFlag(CiSystem.GitLab);

    /// <summary>All jobs of all workflows.</summary>
    public IEnumerable<CheckedJob> Jobs =>
        Plan.Workflows.SelectMany(workflow => workflow.Jobs.Select(job => new CheckedJob(workflow, job, $"{workflow.Name}/{job.Id}")));
}
