using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
public sealed class BadReleaseTests
{
    [TestCase("errors=0.3", "success ratio")]
    [TestCase("latency=500ms", "p95")]
    [TestCase("never-ready=true", "ready")]
    [TestCase("crash-at-start=true", "exit")]
    public async Task A_bad_release_never_gets_all_traffic_and_the_message_says_why(string faults, string reason)
    {
        var clone = await DeployedClone.GetAsync();
        var good = (await StatusReport.ReadAsync(clone)).Stage("production");
        using var wrk = Wrk.Start(new Uri(clone.Production, "/"), connections: 2, TimeSpan.FromMinutes(5));

        var deploying = clone.BuildAsync("Deploy", "--storefront-faults", faults);
        var weights = await WeightLog.DuringAsync(clone, "production", deploying);
        var deployed = await deploying;
        var load = await wrk.StopAsync();

        deployed.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{deployed}");
        deployed.Text.ShouldContain(reason);
        deployed.Text.ShouldContain("reached it");
        load.SocketErrors.ShouldBe(0, $"{load}");
        var after = (await StatusReport.ReadAsync(clone)).Stage("production");
        after.State.ShouldBe("Verified");
        after.Current.ShouldBe(good.Current);
        weights.PercentsOf(good.Current!.Version).ShouldAllBe(percent => percent > 0);
    }

    [Test]
    public async Task A_rejected_release_is_refused_until_someone_says_retry()
    {
        var clone = await DeployedClone.GetAsync();
        string[] line = ["Deploy", "--storefront-faults", "errors=1"];
        var rejected = await clone.BuildAsync(line);

        var refused = await clone.BuildAsync(line);
        var retried = await clone.BuildAsync([.. line, "--retry"]);

        rejected.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{rejected}");
        refused.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{refused}");
        refused.Text.ShouldContain("--retry");
        refused.Duration.ShouldBeLessThan(rejected.Duration);
        retried.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{retried}");
        retried.Text.ShouldNotContain("was rejected here on");
    }
}
