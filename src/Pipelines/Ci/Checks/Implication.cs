namespace Pipelines.Ci.Checks;

/// <summary>Whether one condition holds wherever another does, as far as their words tell.</summary>
internal static class Implication
{
    public static bool Holds(Condition? whenever, Condition? then) => (whenever, then) switch
    {
        (_, null) => true,
        (null, _) => false,
        _ when whenever == then => true,
        (_, Condition.All all) => all.Parts.All(part => Holds(whenever, part)),
        (Condition.Any any, _) => any.Parts.All(part => Holds(part, then)),
        (_, Condition.Any any) when any.Parts.Any(part => Holds(whenever, part)) => true,
        (Condition.All all, _) => all.Parts.Any(part => Holds(part, then)),
        (Condition.OfOwnPullRequest, Condition.OfPullRequest) => true,
        _ => false,
    };

    /// <summary>It never holds in a pull request of a fork.</summary>
    public static bool KeepsForksOut(Condition? condition) =>
        Holds(condition, Condition.OwnPullRequest) || Holds(condition, Condition.Tag) || KeepsToABranch(condition);

    private static bool KeepsToABranch(Condition? condition) => condition switch
    {
        Condition.OfBranch or Condition.OfTag or Condition.OfOwnPullRequest => true,
        Condition.All all => all.Parts.Any(KeepsToABranch),
        Condition.Any any => any.Parts.All(KeepsToABranch),
        _ => false,
    };
}
