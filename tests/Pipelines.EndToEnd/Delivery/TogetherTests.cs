using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
public sealed class TogetherTests
{
    [Test]
    public async Task Of_two_deployments_one_runs_and_the_other_names_it()
    {
        var clone = await DeployedClone.GetAsync();
        using var first = clone.StartBuild("Deploy", "--storefront-faults", "never-ready=true");
        await Eventually.HoldsAsync("the first to begin", async _ => (await StatusReport.ReadAsync(clone)).Stage("staging").Rollout is not null, TimeSpan.FromMinutes(1), TimeProvider.System);

        var second = await clone.BuildAsync("Deploy", "--storefront-faults", "slow-start=1s");
        var ended = await first.WaitAsync(TimeSpan.FromMinutes(3), CancellationToken.None);

        second.ExitCode.ShouldBe(ExitCodes.Locked, $"{second}");
        second.Text.ShouldContain(Environment.UserName);
        ended.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{ended}");
    }

    [Test]
    public async Task A_rollback_without_anything_to_go_back_to_says_so_and_changes_nothing()
    {
        var clone = await SharedClone.GetAsync();
        var shell = clone.Shell.With("ENVIRONMENT_ROOT", clone.EnvironmentRoot / "../empty");

        var rollback = await shell.RunAsync("./build.sh", "Rollback", "--stage", "production");
        var down = await shell.RunAsync("./build.sh", "Down");

        rollback.ExitCode.ShouldNotBe(ExitCodes.Success, $"{rollback}");
        rollback.Text.ShouldContain("production");
        down.ExitCode.ShouldBe(ExitCodes.Success, $"{down}");
    }
}
