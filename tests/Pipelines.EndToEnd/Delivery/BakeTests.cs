using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
public sealed class BakeTests
{
    [Test]
    public async Task A_release_that_fails_only_after_it_has_all_traffic_is_taken_back()
    {
        // Each instance serves 50 requests a second once both share the traffic, and at most 200 before: the first fails some seconds later.
        var clone = (await DeployedClone.GetAsync()).Beside("bake", ("CANARY_PAUSE", "500ms"), ("STAGING_BAKE", "100ms"), ("PRODUCTION_BAKE", "40s"));
        await using var stages = clone;
        var good = await GoodAsync(clone);

        var deploying = clone.BuildAsync("Deploy", "--storefront-faults", "errors=1,errors-after=600");
        var weights = await WeightLog.DuringAsync(clone, "production", deploying);
        var deployed = await deploying;

        deployed.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{deployed}");
        deployed.Text.ShouldMatch(@"was rejected at 100 % of the traffic and rolled back: success ratio 0\.\d+ \(limit >= 0\.99\) in [\d,]+ requests\.\s+[\d,]+ requests reached it\.");
        weights.PercentsOf(good).ShouldBe([100, 95, 80, 50, 0, 100]);
        var after = (await StatusReport.ReadAsync(clone)).Stage("production");
        after.State.ShouldBe("Verified");
        after.Current.ShouldBe(good);
        (await HistoryReport.ReadAsync(clone)).Entries.Where(entry => entry.Stage == "production").Select(entry => entry.Event).ShouldBe(["Verified", "RolledBack"]);
    }

    private static async Task<ReleaseStatus> GoodAsync(Clone clone)
    {
        var deployed = await clone.Shell.With("PRODUCTION_BAKE", "300ms").RunAsync("./build.sh", "Deploy");
        deployed.ExitCode.ShouldBe(ExitCodes.Success, $"{deployed}");
        return (await StatusReport.ReadAsync(clone)).Stage("production").Current.ShouldNotBeNull();
    }
}
