using NUnit.Framework;
using Pipelines.Delivery.Platforms;
using Shouldly;

namespace Pipelines.Tests.Delivery.Execution;

public sealed class FenceTests
{
    [Test]
    public async Task A_process_frozen_past_its_lease_changes_nothing_when_it_thaws()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        var frozen = false;
        shop.Fleet.Before = change =>
        {
            if (change == "renew" && frozen)
            {
                throw new FleetException("a frozen process renews nothing");
            }

            if (change == "shift 50/50" && !frozen)
            {
                frozen = true;
                shop.Fleet.Pass(TimeSpan.FromMinutes(1));
                shop.Fleet.Changes.Clear();
            }
        };

        var problem = await Should.ThrowAsync<TargetFailedException>(() => shop.DeployAsync(shop.Release("1.1")));

        problem.ExitCode.ShouldBe(ExitCodes.RollbackFailed);
        problem.Message.ShouldContain("lease");
        shop.Fleet.Changes.ShouldBeEmpty();
        shop.Fleet.Refused.ShouldBeGreaterThan(0);
        shop.Share(shop.Release("1.0")).ShouldBe(100);
    }
}
