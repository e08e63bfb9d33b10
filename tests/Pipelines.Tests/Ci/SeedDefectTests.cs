using NUnit.Framework;
using Pipelines.Delivery.Analysis;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;
using Pipelines.Targets.Delivery.Migrations;
using Shouldly;

namespace Pipelines.Tests.Ci;

/// <summary>Eleven defects of pipelines that were written by hand, in their order: each is told, or has no words here at all.</summary>
[TestFixture]
public sealed class SeedDefectTests
{
    private static readonly Trigger Trunk = new Trigger.Push("main");

    [Test]
    public void A_need_that_names_no_job_is_told() =>
        Found(build => [Flow.With(new Job("production").Runs(build.Smoke) with { Needs = ["staging_tests"] })]).ShouldContain("CI002");

    [Test]
    public void A_job_that_takes_part_where_its_need_does_not_is_told() => Found(build =>
    [
        Flow.With(
            new Job("production-deploy") { When = Condition.Branch("main"), Deployment = new("production") }.Runs(build.Deploy),
            new Job("production-smoke-tests") { Needs = ["production-deploy"] }.Runs(build.Smoke)),
    ]).ShouldContain("CI004");

    [Test]
    public void Four_machines_that_each_run_all_tests_are_told() =>
        Found(build => [Flow.With(new Job("integration-tests") { Shards = 4 }).Runs(build.IntegrationTest)]).ShouldContain("CI005");

    [Test]
    public void A_deployment_of_a_tag_that_was_never_pushed_is_told() =>
        Found(build => [Flow.With(new Job("deploy") { Deployment = new("production") }.Runs(build.Deploy).With("image", "app:" + Expr.Commit))]).ShouldContain("CI007");

    [Test]
    public void A_database_without_a_password_is_told() =>
        Found(build => [Flow.With(new Job("tests") { Services = [new("db", "postgres:14", 5432) { Requires = ["POSTGRES_PASSWORD"] }] }.Runs(build.Smoke))]).ShouldContain("CI008");

    [Test]
    public void A_deployment_that_nothing_takes_back_when_it_fails_is_told() =>
        Found(build => [Flow.With(new Job("deploy") { Deployment = new("production") }.Runs(build.Deploy))]).ShouldContain("CI038");

    [Test]
    public void A_deployment_of_what_nothing_built_or_tested_is_told() =>
        Found(build => [Flow.With(new Job("deploy") { Deployment = new("production") }.Runs(build.Smoke))]).ShouldContain("CI037");

    [Test]
    public void An_argument_that_nobody_declared_is_told() =>
        Found(build => [Flow.With(new Job("analysis").Runs(build.Smoke).With("service-name", "shop"))]).ShouldContain("CI017");

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(19)]
    public void A_share_of_the_traffic_is_not_made_of_instances(int instances)
    {
        var stage = new Stage("production", new LocalPlatform(8080, "shop", []), new Canary { Percents = [5, 50, 100] }) { Instances = instances, Analysis = Ratio };

        var steps = DeliveryPlanner.Deploy(stage, Next, Stable, keep: []).Steps;

        // The proxy gives 5 % to one instance of two as well as to one of twenty, and that one is there before.
        steps.OfType<DeliveryStep.Shift>().Select(shift => shift.Percent).ShouldBe([5, 50, 100]);
        steps.TakeWhile(step => step is not DeliveryStep.Shift).OfType<DeliveryStep.Scale>().ShouldHaveSingleItem().ShouldBe(new DeliveryStep.Scale(Side.Next, 1));
    }

    [Test]
    public void A_bad_canary_cannot_hide_in_the_figures_of_the_whole_service()
    {
        var stable = Sample(succeeded: 9_500, failed: 0);
        var canary = Sample(succeeded: 300, failed: 200);

        (9_800.0 / 10_000).ShouldBeGreaterThan(Ratio.Limits[0].Minimum!.Value, "the whole service looks well");
        Judge.Measure(Ratio, canary, stable, at: default).Verdict.ShouldBe(Verdict.Failed);
    }

    [Test]
    public void One_bad_minute_is_survived_only_by_a_stage_that_says_so_and_a_quiet_one_is_no_verdict()
    {
        var patient = Ratio with { Count = 3, FailureLimit = 1 };
        var (bad, quiet) = (Judge.Measure(patient, Sample(50, 50), stable: null, at: default), Judge.Measure(patient, Sample(1, 1), stable: null, at: default));

        Judge.Of(patient, [bad]).Verdict.ShouldNotBe(Verdict.Failed);
        Judge.Of(Ratio, [bad]).Verdict.ShouldBe(Verdict.Failed);
        Judge.Of(Ratio, [quiet]).Verdict.ShouldNotBe(Verdict.Failed);
    }

    [TestCase("alter table users rename column name to full_name")]
    [TestCase("alter table users drop column name")]
    [TestCase("alter table users alter column full_name set not null")]
    [TestCase("alter table users add column full_name text not null")]
    [TestCase("update users set full_name = name where full_name is null")]
    public void A_schema_that_the_release_before_could_not_live_with_is_told(string statement) => MigrationRule.Broken(statement).ShouldNotBeNull();

    [TestCase("alter table users add column full_name text")]
    [TestCase("alter table users add column full_name text not null default ''")]
    [TestCase("alter table users alter column name drop not null")]
    [TestCase("create index users_by_name on users (full_name)")]
    public void A_schema_that_only_grows_is_let_pass(string statement) => MigrationRule.Broken(statement).ShouldBeNull();

    private static Release Stable => new("shop", "1.0.0", "c0ffee", "old", ReleaseConfiguration.Empty);

    private static Release Next => new("shop", "1.1.0", "facade", "new", ReleaseConfiguration.Empty);

    private static AnalysisOptions Ratio => new() { Limits = [MetricLimit.SuccessRatioAtLeast(0.97)] };

    private static TrafficSample Sample(long succeeded, long failed) => new(succeeded, failed, Aborted: 0, [1], [succeeded + failed, 0]);

    private static Workflow Flow => new("Delivery") { Triggers = [Trunk] };

    private static string Found(Func<ShopBuild, IEnumerable<Workflow>> workflows) => string.Join(' ', Drawn.Of(workflows).Findings.Select(finding => finding.Id));
}
