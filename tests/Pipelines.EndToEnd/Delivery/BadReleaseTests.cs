using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
public sealed class BadReleaseTests
{
    [TestCase("errors=0.3", @"success ratio 0\.\d+ \(limit >= 0\.99\)")]
    [TestCase("latency=500ms", @"p95 latency .+ \(limit <= .+\)")]
    public async Task A_release_that_serves_badly_is_stopped_at_its_first_conclusive_measurement(string faults, string reason)
    {
        var clone = await DeployedClone.GetAsync();
        var good = await ProductionAsync(clone);
        var journal = Journal.Of(clone, "production");
        await using var visitors = Visitors.Start(clone.Production, count: 4, pace: TimeSpan.FromMilliseconds(20));

        var deploying = clone.Shell.With("LATENCY_SLACK", "100ms").RunAsync("./build.sh", "Deploy", "--storefront-faults", faults);
        var weights = await WeightLog.DuringAsync(clone, "production", deploying);
        var deployed = await deploying;
        var visits = await visitors.LeaveAsync();

        deployed.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{deployed}");
        deployed.Text.ShouldMatch($@"production: .+ was rejected at 20 % of the traffic and rolled back: .*{reason} in [\d,]+ requests\.\s+[\d,]+ requests reached it\.");
        weights.PercentsOf(good.Current!).ShouldBe([100, 95, 80, 100]);

        // What the release itself answers is its fault; no answer, or one of the proxy, would be that of the way back.
        visits.Where(visit => visit.Status is null or > 500).ShouldBeEmpty();
        var records = journal.Records.Select(Journal.Words).ToList();
        records.Where(record => record.StartsWith("measured", StringComparison.Ordinal)).SkipWhile(record => record == "measured NoData").ShouldBe(["measured Failed"]);
        records.Skip(records.IndexOf("turned")).ShouldBe(
            ["turned", "achieved", "intended shift", "achieved", "intended settle", "achieved", "intended scale", "achieved", "finished"]);
        (await ProductionAsync(clone)).ShouldBeEquivalentTo(good);
    }

    [TestCase("never-ready=true", @"0 of \d instances of .+ became ready within 20 s")]
    [TestCase("crash-at-start=true", @"an instance of .+ ended with exit code \d+")]
    public async Task A_release_that_does_not_start_gets_no_traffic_and_stops_in_the_first_stage(string faults, string reason)
    {
        var clone = await DeployedClone.GetAsync();
        var good = await ProductionAsync(clone);
        var journal = Journal.Of(clone, "production");
        await using var visitors = Visitors.Start(new Uri(clone.Staging, "version"), count: 2, pace: TimeSpan.FromMilliseconds(20));

        var deployed = await clone.BuildAsync("Deploy", "--storefront-faults", faults);

        deployed.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{deployed}");
        deployed.Text.ShouldMatch($@"staging: .+ was rejected before it had traffic and rolled back: {reason}[\s\S]*\sNo request reached it\.");
        (await visitors.LeaveAsync()).Select(visit => visit.Status).Distinct().ShouldBe([200]);
        journal.Records.ShouldBeEmpty();
        (await ProductionAsync(clone)).ShouldBeEquivalentTo(good);
    }

    [Test]
    public async Task A_rejected_release_is_refused_until_someone_says_retry()
    {
        var clone = await DeployedClone.GetAsync();
        string[] line = ["Deploy", "--storefront-faults", "errors=1"];
        var rejected = await clone.BuildAsync(line);
        var journal = Journal.Of(clone, "staging");

        var refused = await clone.BuildAsync(line);
        var untouched = journal.Records.Count == 0;
        var retried = await clone.BuildAsync([.. line, "--retry"]);

        rejected.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{rejected}");
        refused.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{refused}");
        refused.Text.ShouldMatch(@"staging: .+ was rejected here on .+: GET http://.+ answered 500 in place of 200\.\s+Mend it, or say --retry");
        untouched.ShouldBeTrue($"{refused}");
        retried.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{retried}");
        retried.Text.ShouldNotContain("was rejected here on");
        journal.Rollouts.Count.ShouldBe(1);
    }

    private static async Task<StageStatus> ProductionAsync(Clone clone)
    {
        var production = (await StatusReport.ReadAsync(clone)).Stage("production");
        production.State.ShouldBe("Verified");
        return production;
    }
}
