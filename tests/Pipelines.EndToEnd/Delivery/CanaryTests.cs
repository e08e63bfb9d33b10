using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
public sealed class CanaryTests
{
    [Test]
    public async Task A_changed_page_goes_5_20_50_100_and_no_visitor_notices()
    {
        var clone = await DeployedClone.GetAsync();
        var page = new Uri(clone.Production, "/");
        clone.Edit("src/Sample.Storefront/Pages/Layout.cs", text => text.Replace("Plain things that last.", "Plain things that last longer.", StringComparison.Ordinal));
        await clone.CommitAsync("Promise more");
        using var wrk = Wrk.Start(page, connections: 8, TimeSpan.FromMinutes(5));
        await using var visitors = Visitors.Start(page, count: 4, pace: TimeSpan.FromMilliseconds(10));

        var deploying = clone.BuildAsync("Deploy");
        var weights = await WeightLog.DuringAsync(clone, "production", deploying);
        var deployed = await deploying;
        var load = await wrk.StopAsync();
        var visits = await visitors.LeaveAsync();

        deployed.ExitCode.ShouldBe(ExitCodes.Success, $"{deployed}");
        load.Failed.ShouldBe(0, $"{load}");
        visits.Where(visit => visit.Failed).ShouldBeEmpty();
        var release = (await StatusReport.ReadAsync(clone)).Stage("production").Current.ShouldNotBeNull();
        weights.PercentsOf(release).ShouldBe([0, 5, 20, 50, 100]);
        foreach (var percent in new double[] { 5, 20, 50 })
        {
            var (hits, all) = weights.Count(visits, release, percent);
            all.ShouldBeGreaterThan(100);
            Share.Fits(hits, all, percent).ShouldBeTrue($"{hits} of {all} requests reached {release.Version} at {percent} %");
        }
    }
}
