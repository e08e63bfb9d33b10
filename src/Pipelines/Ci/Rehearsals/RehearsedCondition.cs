namespace Pipelines.Ci.Rehearsals;

/// <summary>Conditions as the first trigger of the workflow would meet them.</summary>
internal sealed class RehearsedCondition(PlannedWorkflow workflow, RehearsalRequest request)
{
    private readonly Trigger? _trigger = workflow.Settings.Triggers.FirstOrDefault();

    /// <summary>Null for what only a CI system can tell.</summary>
    public bool? Holds(Condition condition) => condition switch
    {
        Condition.OfPullRequest or Condition.OfOwnPullRequest => _trigger is Trigger.PullRequest or Trigger.MergeQueue,
        Condition.OfTag => _trigger is Trigger.Tag,
        Condition.OfBranch branch => _trigger switch
        {
            Trigger.Push { Branches: [var only] } when !only.Contains('*', StringComparison.Ordinal) => branch.Name == only,
            Trigger.Push => branch.Name == request.Branch,
            Trigger.Schedule or Trigger.Manual => branch.Name == workflow.Settings.Trunk,
            _ => false,
        },
        Condition.InputIs input => workflow.Inputs.FirstOrDefault(other => other.Name == input.Name) is { } known && RehearsedValues.Of(known) == input.Value,
        Condition.VariableIs variable => request.Environment.GetValueOrDefault(variable.Name) == variable.Value,
        Condition.All all => all.Parts.Select(Holds).ToList() is var parts && parts.Contains(false) ? false : parts.Contains(null) ? null : true,
        Condition.Any any => any.Parts.Select(Holds).ToList() is var parts && parts.Contains(true) ? true : parts.Contains(null) ? null : false,
        _ => null,
    };
}
