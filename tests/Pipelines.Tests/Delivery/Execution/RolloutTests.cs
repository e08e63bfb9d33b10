using NUnit.Framework;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Testing.Fleet;
using Shouldly;

namespace Pipelines.Tests.Delivery.Execution;

public sealed class RolloutTests
{
    [Test]
    public async Task A_good_release_goes_through_every_share_and_is_verified()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.Changes.Clear();

        var result = await shop.DeployAsync(shop.Release("1.1"));

        result.ExitCode.ShouldBe(ExitCodes.Success);
        shop.Share(shop.Release("1.1")).ShouldBe(100);
        string.Join(", ", shop.Fleet.Changes).ShouldBe("admit, scale 1, shift 5/95, shift 20/80, shift 50/50, scale 2, shift 100, settle, scale 0");
        shop.Fleet.Running(shop.Release("1.0").Release.Digest).ShouldBe(0);
        (await shop.HistoryAsync()).VerifiedGood!.Version.ShouldBe("1.1");
    }

    [Test]
    public async Task The_same_release_again_changes_nothing()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.Changes.Clear();

        var result = await shop.DeployAsync(shop.Release("1.0"));

        result.ExitCode.ShouldBe(ExitCodes.Success);
        result.Message.ShouldContain("already");
        shop.Fleet.Changes.ShouldBeEmpty();
    }

    [Test]
    public async Task Errors_stop_the_canary_at_its_first_conclusive_measurement()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Observer.Records.Clear();
        shop.Fleet.Changes.Clear();

        var result = await shop.DeployAsync(shop.Release("1.1", new() { Errors = 0.3 }));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack);
        result.Message.ShouldContain("success ratio 0.7");
        result.Message.ShouldContain("limit >= 0.99");
        result.Message.ShouldContain("at 20 % of the traffic");
        result.Message.ShouldMatch(@"\d+ requests reached it");
        shop.Observer.Records.OfType<RolloutRecord.Measured>().Count(measured => measured.Measurement.Verdict == Pipelines.Delivery.Analysis.Verdict.Failed).ShouldBe(1);
        string.Join(", ", shop.Fleet.Changes).ShouldEndWith("shift 100, settle, scale 0");
        shop.Share(shop.Release("1.0")).ShouldBe(100);
    }

    [Test]
    public async Task A_rejected_release_is_refused_until_someone_says_retry()
    {
        var shop = new Shop();
        var bad = shop.Release("1.1", new() { Errors = 0.3 });
        await shop.DeployAsync(shop.Release("1.0"));
        await shop.DeployAsync(bad);
        shop.Fleet.Changes.Clear();

        var refused = await shop.DeployAsync(bad);
        var changes = shop.Fleet.Changes.Count;
        var retried = await shop.DeployAsync(bad, retry: true);

        refused.ExitCode.ShouldBe(ExitCodes.RolledBack);
        refused.Message.ShouldContain("--retry");
        changes.ShouldBe(0);
        retried.Message.ShouldContain("rolled back");
        string.Join(", ", shop.Fleet.Changes).ShouldContain("shift 5/95");
    }

    [TestCase(nameof(Behaviour.ReadyAfter), "0 of 1 instances")]
    [TestCase(nameof(Behaviour.CrashesAtStart), "exit code 70: it crashes")]
    [TestCase(nameof(Behaviour.Latency), "p95 latency")]
    public async Task A_sick_release_never_reaches_full_traffic_and_says_why(string fault, string reason)
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.Changes.Clear();
        var behaviour = fault switch
        {
            nameof(Behaviour.ReadyAfter) => new Behaviour { ReadyAfter = null },
            nameof(Behaviour.Latency) => new Behaviour { Latency = 0.5 },
            _ => new Behaviour { CrashesAtStart = true },
        };

        var result = await shop.DeployAsync(shop.Release("1.1", behaviour));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack);
        result.Message.ShouldContain(reason);
        shop.Share(shop.Release("1.0")).ShouldBe(100);
        shop.Fleet.Running(shop.Release("1.1").Release.Digest).ShouldBe(0);
    }

    [Test]
    public async Task A_release_that_fails_in_its_bake_is_rolled_back_from_full_traffic()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));

        var result = await shop.DeployAsync(shop.Release("1.1", new() { Errors = 1, ErrorsAfter = 4_000 }));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack);
        result.Message.ShouldContain("at 100 % of the traffic");
        shop.Share(shop.Release("1.0")).ShouldBe(100);
    }

    [Test]
    public async Task No_traffic_is_no_success()
    {
        var shop = new Shop(requestsPerSecond: 0);

        var result = await shop.DeployAsync(shop.Release("1.0"));

        result.ExitCode.ShouldBe(ExitCodes.RolledBack);
        result.Message.ShouldContain("0 requests of 50 needed");
    }

    [Test]
    public async Task A_stage_in_use_names_its_holder_and_changes_nothing()
    {
        var shop = new Shop();
        await shop.Fleet.AcquireAsync(new("ben", "desk", 7, 1, "Deploy", ""), TimeSpan.FromSeconds(15), CancellationToken.None);

        var result = await shop.DeployAsync(shop.Release("1.0"));

        result.ExitCode.ShouldBe(ExitCodes.Locked);
        result.Message.ShouldContain("ben@desk");
        shop.Fleet.Changes.ShouldBeEmpty();
    }

    [Test]
    public async Task Cancelling_turns_back_and_does_not_blame_the_release()
    {
        var shop = new Shop();
        using var signal = new CancellationTokenSource();
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.After = change =>
        {
            if (change == "shift 20/80")
            {
                signal.Cancel();
            }
        };

        var result = await shop.DeployAsync(shop.Release("1.1"), cancellationToken: signal.Token);

        result.ExitCode.ShouldBe(ExitCodes.RolledBack);
        shop.Share(shop.Release("1.0")).ShouldBe(100);
        (await shop.HistoryAsync()).Entries[^1].Event.ShouldBe(LedgerEvent.Interrupted);
    }

    [Test]
    public async Task Trouble_with_the_platform_is_tried_again_and_is_evidence_of_nothing()
    {
        var shop = new Shop();
        var calls = 0;
        await shop.DeployAsync(shop.Release("1.0"));
        shop.Fleet.Before = change =>
        {
            // The lease is renewed in step with the rest, so one in seven could be every renewal.
            if (change != "renew" && ++calls % 7 == 0)
            {
                throw new FleetException("no answer");
            }
        };

        var result = await shop.Process().DeployAsync(shop.Release("1.1"), retry: false, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Success);
        shop.Observer.Troubles.ShouldNotBeEmpty();
    }
}
