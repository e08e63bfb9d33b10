using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Targets.DotNet.Rehearsing;
using Pipelines.Testing;

namespace Pipelines.Tests.Targets.DotNet;

/// <summary>What people read of a rehearsal.</summary>
public sealed class RehearsalTextTests
{
    private static readonly Rehearsal Rehearsal = new("Delivery",
    [
        new("build", "build", "./build.sh Compile --job build") { Differences = ["runs on this machine, not on macos"] },
        new("unit-tests.1of2", "unit-tests", "./build.sh UnitTest --shard \"$SHARD\" --after build") { Variables = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("SHARD", "1/2") },
        new("lint", "lint", "./build.sh Lint") { MayFail = true },
        new("package", "package", "./build.sh Pack --after build"),
        new("deploy", "deploy", "./build.sh Deploy --after package --plan") { OnlyPlans = "deploys to production" },
        new("docs", "docs", "./build.sh Docs") { LeftOut = "its condition does not hold here" },
    ]);

    [Test]
    public void Each_end_has_its_line_and_failures_are_shown_whole()
    {
        ImmutableArray<JobOutcome> outcomes =
        [
            new(Rehearsal.Jobs[0], JobEnd.Succeeded) { Duration = TimeSpan.FromSeconds(12.34), Lines = ["not shown"] },
            new(Rehearsal.Jobs[1], JobEnd.Failed) { Duration = TimeSpan.FromSeconds(3), Reason = "exit code 1", Lines = ["UnitTest failed", "", "error: 2 tests failed"] },
            new(Rehearsal.Jobs[2], JobEnd.FailedAsAllowed) { Duration = TimeSpan.FromMinutes(2), Reason = "exit code 1", Lines = ["error: format"] },
            new(Rehearsal.Jobs[3], JobEnd.Held) { Reason = "'unit-tests.1of2' failed" },
            new(Rehearsal.Jobs[4], JobEnd.Planned) { Duration = TimeSpan.FromSeconds(0.5) },
            new(Rehearsal.Jobs[5], JobEnd.LeftOut) { Reason = Rehearsal.Jobs[5].LeftOut },
        ];
        ImmutableArray<string> changes = ["a.cs", "b.cs", "c.cs", "d.cs", "e.cs", "f.cs", "g.cs"];

        Snapshot.Match(string.Join('\n',
        [
            .. RehearsalText.Start(Rehearsal, "0123456789abcdef0123", changes),
            "",
            .. outcomes.SelectMany(outcome => RehearsalText.Lines(outcome, RehearsalText.Width(Rehearsal))),
            "",
            RehearsalText.Sum(outcomes),
            RehearsalText.Problem(Rehearsal, outcomes) ?? "no problem",
        ]));
    }

    [Test]
    public void The_plan_says_what_each_job_would_do() => Snapshot.Match(string.Join('\n', RehearsalText.Plan(Rehearsal)));
}
