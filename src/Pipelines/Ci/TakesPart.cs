namespace Pipelines.Ci;

/// <summary>Whether a condition can hold in a run that a trigger started.</summary>
internal static class TakesPart
{
    public static bool Never(Trigger trigger, Condition? condition) => (trigger, condition) switch
    {
        (_, Condition.All all) => all.Parts.Any(part => Never(trigger, part)),
        (_, Condition.Any any) => any.Parts.All(part => Never(trigger, part)),
        (Trigger.PullRequest or Trigger.MergeQueue, Condition.OfBranch or Condition.OfTag) => true,
        (Trigger.Tag, Condition.OfBranch or Condition.OfPullRequest or Condition.OfOwnPullRequest) => true,
        (Trigger.Push or Trigger.Schedule or Trigger.Manual, Condition.OfPullRequest or Condition.OfOwnPullRequest) => true,
        (Trigger.Push push, Condition.OfBranch branch) => !push.Branches.IsEmpty && !push.Branches.Any(other => other == branch.Name || IsPattern(other)),
        _ => false,
    };

    /// <summary>A name of a branch or tag that stands for many.</summary>
    public static bool IsPattern(string name) => name.Contains('*', StringComparison.Ordinal);
}
