using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>What starts a workflow that nobody wrote.</summary>
internal static class RandomTriggers
{
    private static readonly Gen<ImmutableArray<string>> Paths = Gen.Frequency((2, Gen.Constant(ImmutableArray<string>.Empty)), (1, Words.Path.NonEmptyListOf().Select(Some)));

    private static readonly Gen<Input> Inputs =
        from kind in Gen.Choose(0, 2)
        from options in Words.Line.Where(IsPlain).NonEmptyListOf()
        from text in Words.Text.Where(IsPlain)
        from description in Words.Text.Where(IsPlain)
        from required in Gen.Elements(true, false)
        let input = kind switch
        {
            0 => Input.Choice("stage", Some(options)),
            1 => Input.Flag("dry-run"),
            _ => new Input("release") { Default = text, Required = required },
        }
        select input with { Description = description };

    public static Gen<ImmutableArray<Trigger>> Any(CiSystem systems)
    {
        Gen<Trigger>[] all = [Pushes, Requests, Tags, Gen.Constant<Trigger>(new Trigger.MergeQueue()), Schedules, Manuals, .. systems == CiSystem.GitHub ? [Calls] : Array.Empty<Gen<Trigger>>()];
        return from chosen in Gen.Shuffle(all).Zip(Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(2)))).Select(pair => pair.Item1.Take(pair.Item2))
               from triggers in Gen.CollectToArray(chosen)
               select triggers.ToImmutableArray();
    }

    private static Gen<Trigger> Pushes => from branches in Words.Branch.NonEmptyListOf() from paths in Paths select (Trigger)new Trigger.Push(Some(branches)) { Paths = paths };

    private static Gen<Trigger> Requests => from branches in Words.Branch.ListOf() from paths in Paths select (Trigger)new Trigger.PullRequest(Some(branches)) { Paths = paths };

    private static Gen<Trigger> Tags => Words.Branch.NonEmptyListOf().Select(patterns => (Trigger)new Trigger.Tag(Some(patterns)));

    private static Gen<Trigger> Schedules =>
        from minute in Gen.Elements("17", "*/15", "3,33", "5-50/15")
        from rest in Gen.Elements("3 * * 1-5", "* 1,15 * *", "*/6 * 1-6 0", "0 31 12 6")
        from zone in Gen.Elements<string?>("Europe/Berlin", null)
        select (Trigger)new Trigger.Schedule($"{minute} {rest}") { TimeZone = zone };

    private static Gen<Trigger> Manuals => Inputs.ListOf().Select(inputs => (Trigger)new Trigger.Manual([.. inputs.DistinctBy(input => input.Name, StringComparer.Ordinal)]));

    private static Gen<Trigger> Calls => Inputs.ListOf().Select(inputs => (Trigger)new Trigger.Called([.. inputs.DistinctBy(input => input.Name, StringComparer.Ordinal).Select(input => input with { Name = $"given-{input.Name}" })]));

    // Where a workflow begins GitHub knows no expression.
    private static bool IsPlain(string text) => !text.Contains("${{", StringComparison.Ordinal);

    private static ImmutableArray<string> Some(IEnumerable<string> all) => [.. all.Distinct(StringComparer.Ordinal).Take(3)];
}
