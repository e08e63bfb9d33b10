using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Ci;

/// <summary>Eleven defects of pipelines that were written by hand: each is told, or has no words here at all.</summary>
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

    private static Workflow Flow => new("Delivery") { Triggers = [Trunk] };

    private static string Found(Func<ShopBuild, IEnumerable<Workflow>> workflows) => string.Join(' ', Drawn.Of(workflows).Findings.Select(finding => finding.Id));
}
