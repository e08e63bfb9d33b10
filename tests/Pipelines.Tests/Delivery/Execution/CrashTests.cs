using NUnit.Framework;
using Pipelines.Delivery.Ledger;
using Pipelines.Testing.Fleet;
using Shouldly;

namespace Pipelines.Tests.Delivery.Execution;

/// <summary>Kill -9 at every boundary: before and after each write to journal, ledger and platform.</summary>
public sealed class CrashTests
{
    public enum After
    {
        SameCommand,
        Recover,
        LeaseRanOut,
    }

    [Test]
    public async Task A_rollout_killed_at_any_boundary_is_finished_or_taken_back_once([Values] After then, [Values] bool good, [Values] bool before)
    {
        var boundaries = await CountAsync(good);
        boundaries.ShouldBeGreaterThan(20);

        for (var boundary = 1; boundary <= boundaries; boundary++)
        {
            await KillAndGoOnAsync(boundary, then, good, before);
        }
    }

    [Test]
    public async Task A_rollback_killed_at_any_boundary_leads_to_the_same_release_when_it_is_asked_for_again([Values] bool leaseRanOut)
    {
        for (var boundary = 1; await KillRollbackAsync(boundary, leaseRanOut); boundary++)
        {
            boundary.ShouldBeLessThan(200);
        }
    }

    private static async Task<bool> KillRollbackAsync(int boundary, bool leaseRanOut)
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        await shop.DeployAsync(shop.Release("1.1"));
        var (changes, killed) = (0, false);
        shop.Fleet.After = change =>
        {
            if (change is not ("observe" or "renew") && ++changes >= boundary)
            {
                killed = true;
                throw new KilledException();
            }
        };
        Task rollback = shop.Process().RollbackAsync(name: null, CancellationToken.None);
        await rollback.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        shop.Kill();
        shop.Fleet.After = _ => { };
        shop.Fleet.Pass(leaseRanOut ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));

        await shop.Process().RollbackAsync(name: null, CancellationToken.None);

        shop.Share(shop.Release("1.0")).ShouldBe(100, $"boundary {boundary}");
        (await shop.HistoryAsync()).Entries.Count(entry => entry.Event == LedgerEvent.Restored).ShouldBe(1, $"boundary {boundary}");
        return killed;
    }

    private static async Task<int> CountAsync(bool good)
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        var changes = 0;
        shop.Fleet.After = _ => changes++;
        await shop.DeployAsync(Next(shop, good));
        return changes;
    }

    private static async Task KillAndGoOnAsync(int boundary, After then, bool good, bool before)
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        var (next, changes, where) = (Next(shop, good), 0, "");
        Action<string> kill = change =>
        {
            if (change is not ("observe" or "renew") && ++changes >= boundary)
            {
                where = $"{(before ? "before" : "after")} change {boundary}, {change}";
                throw new KilledException();
            }
        };
        (shop.Fleet.Before, shop.Fleet.After) = before ? (kill, shop.Fleet.After) : (shop.Fleet.Before, kill);
        await Should.ThrowAsync<KilledException>(() => shop.DeployAsync(next));
        shop.Kill();
        (shop.Fleet.Before, shop.Fleet.After) = (_ => { }, _ => { });
        shop.Fleet.Pass(then == After.LeaseRanOut ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));
        if (then == After.LeaseRanOut)
        {
            // With nothing run, traffic is home, unless the end was already final.
            shop.Fleet.Weights.Count.ShouldBe(1, where);
        }

        var recovered = then == After.SameCommand ? null : await shop.Process().RecoverAsync(CancellationToken.None);
        var result = await shop.DeployAsync(next);

        var history = await shop.HistoryAsync();
        var ended = history.Entries.Where(entry => entry.Release?.Version == "1.1").ToArray();
        ended.DistinctBy(entry => entry.Rollout, StringComparer.Ordinal).Count().ShouldBe(ended.Length, where);
        ended.Length.ShouldBeInRange(1, 2, where);
        var expected = good ? "1.1" : "1.0";
        history.VerifiedGood!.Version.ShouldBe(expected, $"{where}: {recovered?.Message} {result.Message}");
        shop.Share(good ? next : shop.Release("1.0")).ShouldBe(100, where);
        result.ExitCode.ShouldBe(good ? ExitCodes.Success : ExitCodes.RolledBack, $"{where}: {result.Message}");
        shop.Fleet.Running(good ? shop.Release("1.0").Release.Digest : next.Release.Digest).ShouldBe(0, where);
    }

    private static Pipelines.Delivery.Releases.ReleaseContent Next(Shop shop, bool good) =>
        shop.Release("1.1", good ? new() : new() { Errors = 0.3 });
}
