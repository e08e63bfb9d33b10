using NUnit.Framework;
using Pipelines.Delivery.Reporting;
using Pipelines.Testing;
using Pipelines.Testing.Fleet;
using Pipelines.Tests.Delivery.Execution;
using Shouldly;
using Outcome = Pipelines.Delivery.Planning.Outcome;

namespace Pipelines.Tests.Delivery.Reporting;

[TestFixture]
public sealed class StageReportTests
{
    [Test]
    public async Task A_good_release_is_reported_with_its_plan_and_then_with_its_result()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));

        var reports = await ReportsAsync(shop, "1.1", new());

        reports.Select(report => report.HasEnded).ShouldBe([false, true]);
        Snapshot.Match(string.Join("\n---\n", reports.Select(report => report.ToMarkdown(new("https://ci.example/runs/1")))));
    }

    [Test]
    public async Task A_bad_release_is_reported_with_the_reason()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));

        var reports = await ReportsAsync(shop, "1.1", new() { Errors = 0.3 });

        (reports[1].Outcome, reports[1].IsRejected, reports[1].ExitCode).ShouldBe((Outcome.RolledBack, true, ExitCodes.RolledBack));
        Snapshot.Match(reports[1].ToMarkdown(log: null));
    }

    [Test]
    public async Task What_is_verified_already_is_not_reported()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));

        (await ReportsAsync(shop, "1.0", new())).ShouldBeEmpty();
    }

    [Test]
    public async Task A_release_that_was_rejected_before_is_reported_though_nothing_began()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        await shop.DeployAsync(shop.Release("1.1", new() { Errors = 0.3 }));

        var report = (await ReportsAsync(shop, "1.1", new() { Errors = 0.3 })).ShouldHaveSingleItem();

        (report.Plan.IsEmpty, report.Outcome, report.ExitCode).ShouldBe((true, null, ExitCodes.RolledBack));
        report.Title.ShouldStartWith("❌ shop → production: 1.1 (");
        report.Title.ShouldEndWith(") did not begin");
    }

    [Test]
    public async Task A_rollout_that_is_cancelled_is_given_up()
    {
        var shop = new Shop();
        await shop.DeployAsync(shop.Release("1.0"));
        using var stop = new CancellationTokenSource();
        var reports = new List<StageReport>();
        var reporter = new StageReporter("shop", shop.Observer, report =>
        {
            reports.Add(report);
            stop.Cancel();
        });

        var result = await shop.Process(reporter).DeployAsync(shop.Release("1.1"), retry: false, stop.Token);
        reporter.Ended("production", release: null, result.ExitCode, result.Message);

        (reports[^1].Outcome, reports[^1].IsRejected).ShouldBe((Outcome.RolledBack, false));
        reports[^1].Title.ShouldEndWith("was given up and rolled back");
    }

    [Test]
    public void Words_of_others_are_no_markup()
    {
        var report = new StageReport("shop", "production") { ExitCode = ExitCodes.Failed, Message = "@everyone: <b>[x](y)</b>", Plan = ["</pre>`a`"] };

        report.ToMarkdown(log: null).ShouldBe(
            "### ❌ shop → production broke off\n\n&#64;everyone: &lt;b>&#91;x](y)&lt;/b>\n\n\n<details><summary>Plan</summary>\n\n<pre>&lt;/pre>&#96;a&#96;</pre>\n\n</details>\n");
    }

    private static async Task<IReadOnlyList<StageReport>> ReportsAsync(Shop shop, string version, Behaviour behaviour)
    {
        var reports = new List<StageReport>();
        var reporter = new StageReporter("shop", shop.Observer, reports.Add);
        var content = shop.Release(version, behaviour);

        var result = await shop.Process(reporter).DeployAsync(content, retry: false, CancellationToken.None);
        reporter.Ended("production", content.Release, result.ExitCode, result.Message);

        return reports;
    }
}
