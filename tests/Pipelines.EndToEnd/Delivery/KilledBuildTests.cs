using NUnit.Framework;
using Pipelines.EndToEnd.Ci;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

/// <summary><c>kill -9</c> of the process that deploys.</summary>
[TestFixture]
[NonParallelizable]
public sealed class KilledBuildTests
{
    // More than a rollout has, also with some measurements too many.
    private const int MostBoundaries = 60;

    [Test]
    public async Task A_build_killed_after_any_record_of_its_journal_is_finished_or_taken_back_once()
    {
        var clone = await DeployedClone.GetAsync();

        // Two at a time, as each waits most of its time; every other boundary is left to the same command instead of the job that mends.
        var killed = await Task.WhenAll(KillAtEveryOtherAsync(clone, first: 1, recover: true), KillAtEveryOtherAsync(clone, first: 2, recover: false));

        killed.SelectMany(builds => builds).Select(build => build.Records.Count).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Test]
    public async Task With_nothing_run_the_lease_alone_brings_traffic_home()
    {
        await using var stages = await QuickStages.OpenAsync(await DeployedClone.GetAsync(), "lease", leaseTime: "3s");
        var stable = stages.Current;
        await using var visitors = Visitors.Start(stages.Clone.Production, count: 3, pace: TimeSpan.FromMilliseconds(15));
        using var agent = AgentWatch.Of(stages.Clone, "production");

        // Admit, start and the first shift: two records each, after the one that begins.
        var killed = await stages.KillAsync(boundary: 7);
        var share = await agent.WeightsAsync();
        await Eventually.HoldsAsync("traffic to come home", async _ => (await agent.WeightsAsync()).GetValueOrDefault(stable) == 100, TimeSpan.FromSeconds(30), TimeProvider.System);
        var events = await File.ReadAllTextAsync(stages.Clone.EnvironmentRoot / "services/production/events.jsonl");
        var recovered = await GeneratedJob.RunOfGitLabAsync(stages.Clone, "recover");
        var again = await GeneratedJob.RunOfGitHubAsync(stages.Clone, "recover");

        share.GetValueOrDefault(stable).ShouldBeLessThan(100, $"{killed}");
        events.ShouldContain("lease-expired");
        events.ShouldContain("traffic-home");
        recovered.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{recovered}");
        recovered.Text.ShouldContain("its lease ended");
        again.ExitCode.ShouldBe(ExitCodes.Success, $"{again}");
        again.Text.ShouldContain("production: nothing to recover");
        await ShouldBeAtRestAsync(stages, $"{killed}");
        stages.Current.ShouldBe(stable);
        (await HistoryReport.ReadAsync(stages.Clone)).Of(killed.Rollout).ShouldHaveSingleItem().Event.ShouldBe("Interrupted");
        (await visitors.LeaveAsync()).Where(visit => visit.Failed).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<KilledBuild>> KillAtEveryOtherAsync(Clone clone, int first, bool recover)
    {
        await using var stages = await QuickStages.OpenAsync(clone, $"killed-{first}", leaseTime: "15s");
        await using var visitors = Visitors.Start(stages.Clone.Production, count: 3, pace: TimeSpan.FromMilliseconds(15));
        var builds = new List<KilledBuild>();
        for (var boundary = first; boundary < MostBoundaries && builds.LastOrDefault() is not { WasVerified: true }; boundary += 2)
        {
            var killed = await stages.KillAsync(boundary);
            var then = recover ? await GeneratedJob.RunOfGitHubAsync(stages.Clone, "recover") : await stages.Clone.BuildAsync(killed.Line);

            await TestContext.Out.WriteLineAsync($"{killed}, then {(recover ? "the job that recovers" : "the same again")} exit code {then.ExitCode} in {then.Duration.TotalSeconds:0.0} s");
            then.ExitCode.ShouldBeOneOf([ExitCodes.Success, ExitCodes.RolledBack], $"{killed}\n{then}");
            await ShouldBeAtRestAsync(stages, $"{killed}\n{then}");
            builds.Add(killed);
        }

        (await visitors.LeaveAsync()).Where(visit => visit.Failed).ShouldBeEmpty();
        var history = await HistoryReport.ReadAsync(stages.Clone);
        builds.Where(build => history.Of(build.Rollout).Count != 1).ShouldBeEmpty();
        history.Entries.Select(entry => (entry.Stage, entry.Rollout)).ShouldBeUnique();
        return builds;
    }

    private static async Task ShouldBeAtRestAsync(QuickStages stages, string after)
    {
        var stage = await stages.LookAsync();
        stage.State.ShouldBe("Verified", after);
        stage.Rollout.ShouldBeNull(after);
        stage.Weights.ShouldHaveSingleItem(after).Percent.ShouldBe(100, after);
        using var agent = AgentWatch.Of(stages.Clone, "production");
        await Eventually.HoldsAsync(
            $"only one release to run, {after}",
            async _ => (await agent.InstancesAsync()).Keys.All(release => release == stages.Current),
            TimeSpan.FromSeconds(20),
            TimeProvider.System);
    }
}
