using NUnit.Framework;
using Pipelines.Delivery.Stages;
using Pipelines.Testing.Fleet;
using Shouldly;

namespace Pipelines.Tests.Delivery.Execution;

public sealed class StrategyTests
{
    [TestCase("rolling", "admit, scale 1, shift 33/67, scale 2, scale 2, shift 66/34, scale 1, scale 3, shift 100, settle, scale 0")]
    [TestCase("blue-green", "admit, scale 3, shift 100, settle, scale 0")]
    public async Task Each_strategy_moves_traffic_only_onto_capacity(string strategy, string changes)
    {
        var shop = new Shop(strategy: Strategy(strategy), instances: 3);
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.Changes.Clear();

        var result = await shop.DeployAsync(shop.Release("1.1"));

        result.ExitCode.ShouldBe(ExitCodes.Success, result.Message);
        string.Join(", ", shop.Fleet.Changes).ShouldBe(changes);
    }

    [TestCase("rolling")]
    [TestCase("blue-green")]
    public async Task Each_strategy_gives_the_old_release_its_capacity_back_before_its_traffic(string strategy)
    {
        var shop = new Shop(strategy: Strategy(strategy), instances: 3);
        await shop.DeployAsync(shop.Release("1.0"));

        var result = await shop.DeployAsync(shop.Release("1.1", new() { Errors = 1 }));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack, result.Message);
        shop.Share(shop.Release("1.0")).ShouldBe(100);
        shop.Fleet.Running(shop.Release("1.0").Release.Digest).ShouldBe(3);
        shop.Fleet.Running(shop.Release("1.1").Release.Digest).ShouldBe(0);
    }

    [Test]
    public async Task A_first_release_that_fails_leaves_nothing_running()
    {
        var shop = new Shop();

        var result = await shop.DeployAsync(shop.Release("1.0", new Behaviour { Errors = 1 }));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack, result.Message);
        shop.Fleet.Weights.ShouldBeEmpty();
        shop.Fleet.Running(shop.Release("1.0").Release.Digest).ShouldBe(0);
    }

    private static Strategy Strategy(string word) => word == "rolling" ? new Rolling() : new BlueGreen();
}
