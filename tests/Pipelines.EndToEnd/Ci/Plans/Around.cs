using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipelines.Ci;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>What the jobs of a workflow may rely on.</summary>
/// <param name="Systems">For which it is written.</param>
/// <param name="Triggers">That start it.</param>
internal sealed record Around(CiSystem Systems, ImmutableArray<Trigger> Triggers)
{
    public bool HasPullRequest { get; } = Triggers.Any(trigger => trigger is Trigger.PullRequest);

    public ImmutableArray<Input> Inputs { get; } = [.. Triggers.OfType<Trigger.Manual>().SelectMany(manual => manual.Inputs), .. Triggers.OfType<Trigger.Called>().SelectMany(called => called.Inputs)];

    /// <summary>A text with parts that are known when it runs.</summary>
    /// <param name="literal">Its other parts.</param>
    /// <param name="more">Axes and secrets that may be read.</param>
    public Gen<Expr> Value(Gen<string> literal, params ImmutableArray<Expr> more) => Parts(literal, more).NonEmptyListOf().Select(parts => parts.Take(3).Aggregate((left, right) => left + right));

    /// <summary>When a job takes part.</summary>
    public Gen<Condition> When() =>
        from first in Simple()
        from second in Simple()
        from third in Simple()
        from form in Gen.Choose(0, 5)
        let when = form switch { 0 => first & second, 1 => first | second, 2 => (first | second) & third, 3 => (first & second) | third, _ => first }
        where CanHold(when)
        select when;

    /// <summary>One that lets no fork in.</summary>
    public Gen<Condition> Closed() => Gen.Elements(Condition.Branch("main"), Condition.OwnPullRequest, Condition.Tag, Condition.Branch("main") & Condition.Variable("A", "it's")).Where(CanHold);

    private bool CanHold(Condition when) => Triggers.Any(trigger => !TakesPart.Never(trigger, when));

    private Gen<Expr> Parts(Gen<string> literal, ImmutableArray<Expr> more)
    {
        ImmutableArray<Expr> known =
        [
            Expr.Commit, Expr.Branch, Expr.BranchSlug, Expr.Variable("REGION"), .. HasPullRequest ? [Expr.PullRequest] : ImmutableArray<Expr>.Empty, .. Inputs.Select(input => Expr.Input(input.Name)), .. more,
        ];
        return Gen.Frequency((1, literal.Select(Expr.FromString)), (1, Gen.Elements<Expr>(known)));
    }

    // GitLab has no escapes there, and takes a text with both kinds of quotes not at all; GitHub takes the start of an expression for one, and gitlab-ci-local no braces.
    private Gen<Condition> Simple()
    {
        var value = Words.Line.Where(text => !(text.Contains('"', StringComparison.Ordinal) && text.Contains('\'', StringComparison.Ordinal)) && !text.Contains("${", StringComparison.Ordinal));
        return Gen.OneOf(
        [
            Gen.Elements(Condition.Only("github.actor != 'a'", "$CI_COMMIT_BRANCH =~ /^a/"), Condition.Tag),
            Gen.Elements<Condition>([.. HasPullRequest ? [Condition.PullRequest, Condition.OwnPullRequest] : ImmutableArray<Condition>.Empty, Condition.Branch("main")]),
            Words.Branch.Where(name => !name.Contains('*', StringComparison.Ordinal)).Select(Condition.Branch),
            from name in Words.Variable from text in value select Condition.Variable(name, text),
            .. Inputs.Select(input => value.Select(text => Condition.Input(input.Name, text))),
        ]);
    }
}
