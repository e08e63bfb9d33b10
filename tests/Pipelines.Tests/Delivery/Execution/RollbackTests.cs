using NUnit.Framework;
using Pipelines.Delivery.Ledger;
using Shouldly;

namespace Pipelines.Tests.Delivery.Execution;

public sealed class RollbackTests
{
    [Test]
    public async Task With_nothing_to_go_back_to_it_says_so_and_changes_nothing()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.Changes.Clear();

        var result = await shop.Process().RollbackAsync(name: null, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Message.ShouldContain("nothing to go back to");
        shop.Fleet.Changes.ShouldBeEmpty();
    }

    [Test]
    public async Task It_leads_to_the_last_verified_good_release_and_never_to_a_rejected_one()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        await shop.DeployAsync(shop.Release("1.1"));
        await shop.DeployAsync(shop.Release("1.2", new() { Errors = 1 }));
        await shop.DeployAsync(shop.Release("1.3"));

        var result = await shop.Process().RollbackAsync(name: null, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Success);
        shop.Share(shop.Release("1.1")).ShouldBe(100);
        (await shop.HistoryAsync()).Entries[^1].Event.ShouldBe(LedgerEvent.Restored);
    }

    [Test]
    public async Task The_release_it_leaves_is_refused_afterwards()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        await shop.DeployAsync(shop.Release("1.1"));
        await shop.Process().RollbackAsync(name: null, CancellationToken.None);

        var result = await shop.DeployAsync(shop.Release("1.1"));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack);
        result.Message.ShouldMatch(@"^production: 1\.1 \(\w+\) was left on [\d-]+ [\d:]+Z, when .+ rolled back to 1\.0");
        result.Message.ShouldEndWith("Mend it, or say --retry to try the same release again.");
        shop.Share(shop.Release("1.0")).ShouldBe(100);
    }

    [Test]
    public async Task A_name_that_no_good_release_has_lists_those_there_are()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        await shop.DeployAsync(shop.Release("1.1"));

        var result = await shop.Process().RollbackAsync("9.9", CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Message.ShouldContain("'9.9' is not a release that was verified good here. Known: ");
        result.Message.ShouldContain("1.0");
    }

    [Test]
    public async Task Where_nothing_else_is_good_a_name_is_told_too()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));

        var result = await shop.Process().RollbackAsync("9.9", CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Failed);
        result.Message.ShouldContain("nothing to go back to: no other release was verified good here and is still held to be, '9.9' neither. Nothing was changed.");
    }

    [Test]
    public async Task Copies_that_are_no_way_back_leave_the_platform()
    {
        var shop = new Shop();
        foreach (var version in new[] { "1.0", "1.1", "1.2", "1.3", "1.4", "1.5" })
        {
            await shop.DeployAsync(shop.Release(version));
        }

        var seen = await shop.Fleet.ObserveAsync(CancellationToken.None);

        seen.Of(shop.Release("1.0").Release.Digest).ShouldBeNull();
        seen.Of(shop.Release("1.4").Release.Digest).ShouldNotBeNull();
    }
}
