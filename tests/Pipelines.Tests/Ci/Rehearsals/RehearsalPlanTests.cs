using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Ci.Rehearsals;

/// <summary>What a rehearsal does on this machine, and what it leaves alone.</summary>
public sealed class RehearsalPlanTests
{
    [Test]
    public void From_the_first_deployment_on_jobs_only_plan() => Snapshot.Match(Rehearsed.Text(Rehearsed.Of(Delivery)));

    [Test]
    public void Deployments_take_place_when_they_are_asked_for() => Snapshot.Match(Rehearsed.Text(Rehearsed.Of(Delivery, asked => asked with { WithDeployments = true })));

    [Test]
    public void One_job_brings_along_those_that_it_needs()
    {
        var rehearsal = Rehearsed.Of(Delivery, asked => asked with { Job = "Package" });

        rehearsal.Jobs.Select(job => job.Name).ShouldBe(["build", "package"]);
    }

    [Test]
    public void A_job_runs_once_for_each_combination_that_this_machine_can_serve() => Snapshot.Match(Rehearsed.Text(Rehearsed.Of(build =>
    [
        new Workflow("Checks")
        {
            Triggers = [new Trigger.Push("main")],
            Jobs = [new Job("smoke") { Runner = Runners.OfAxis("os"), Matrix = new(new Matrix.Axis("os", "ubuntu-24.04", "windows-2025"), new Matrix.Axis("stage", "a", "b")) }.Runs(build.Smoke).With("stage", Expr.Axis("stage"))],
        },
    ])));

    [Test]
    public void Servers_are_those_that_the_person_runs()
    {
        static Job Tests(ShopBuild build) => new Job("integration-tests") { Services = [Services.Postgres("17"), Services.Redis("7")] }.Runs(build.IntegrationTest);

        var without = Rehearsed.Only(Tests, ("REDIS_HOST", "10.0.0.2"));
        var with = Rehearsed.Only(Tests, ("REDIS_HOST", "10.0.0.2"), ("POSTGRES_HOST", "10.0.0.1"), ("POSTGRES_PORT", "5433"));

        without.LeftOut.ShouldBe("it needs postgres:17; set POSTGRES_HOST to where such servers run");
        with.LeftOut.ShouldBeNull();
        with.Variables["POSTGRES_HOST"].ShouldBe("10.0.0.1");
        with.Variables["POSTGRES_PORT"].ShouldBe("5433");
        with.Variables["POSTGRES_DB"].ShouldBe("tests");
        with.Variables["REDIS_PORT"].ShouldBe("6379");
    }

    [Test]
    public void What_has_a_way_outside_only_plans()
    {
        Rehearsed.Only(build => new Job("notify") { Secrets = ["CHAT_TOKEN"] }.Runs(build.Notify)).OnlyPlans.ShouldBe("has the secret CHAT_TOKEN");
        Rehearsed.Only(build => new Job("notify") { IdentityToken = new("AWS_TOKEN", "sts.amazonaws.com") }.Runs(build.Notify)).OnlyPlans.ShouldBe("gets a token for sts.amazonaws.com");
        Rehearsed.Only(build => new Job("notify") { Permissions = [Permission.Write("packages", "push")] }.Runs(build.Notify)).OnlyPlans.ShouldBe("may write packages");
        Rehearsed.Only(build => new Job("notify") { Deployment = new("production") { OnlyVisits = true } }.Runs(build.Notify)).OnlyPlans.ShouldBe("visits production");
        Rehearsed.Only(build => new Job("notify") { Permissions = [Permission.Read("packages", "pull")] }.Runs(build.Notify)).OnlyPlans.ShouldBeNull();
    }

    [Test]
    public void A_job_that_would_take_over_what_nothing_makes_here_is_left_out()
    {
        var rehearsal = Rehearsed.Of(build =>
        [
            new Workflow("Checks") { Triggers = [new Trigger.Push("main")], Jobs = [new Job("build") { Runner = Runners.MacOS15 }] }.Runs(build.UnitTest),
        ]);

        rehearsal.Jobs.Select(job => $"{job.Name}: {job.LeftOut}").ShouldBe(["build: it needs macos", "unit-tests: 'build' makes nothing here that it could take over"]);
    }

    [TestCase("push to main", true)]
    [TestCase("push to release", false)]
    [TestCase("a pull request", false)]
    [TestCase("a tag", false)]
    [TestCase("a variable that is set", true)]
    [TestCase("a variable that is not set", false)]
    [TestCase("a push to main and a variable that is not set", false)]
    [TestCase("a pull request or a variable that is set", true)]
    [TestCase("what only GitHub knows", true)]
    [TestCase("a push to release and what only GitHub knows", false)]
    public void A_job_takes_part_when_a_push_of_the_trunk_would_let_it(string condition, bool takesPart)
    {
        var (set, unset, raw) = (Condition.Variable("PUBLISH", "yes"), Condition.Variable("OTHER", "yes"), Condition.Only("github.actor == 'octocat'", "$GITLAB_USER_LOGIN == \"octocat\""));
        var when = condition switch
        {
            "push to main" => Condition.Branch("main"),
            "push to release" => Condition.Branch("release"),
            "a pull request" => Condition.PullRequest,
            "a tag" => Condition.Tag,
            "a variable that is set" => set,
            "a variable that is not set" => unset,
            "a push to main and a variable that is not set" => Condition.Branch("main") & unset,
            "a pull request or a variable that is set" => Condition.PullRequest | set,
            "what only GitHub knows" => raw,
            _ => Condition.Branch("release") & raw,
        };

        var job = Rehearsed.Only(build => new Job("notify") { When = when }.Runs(build.Notify), ("PUBLISH", "yes"));

        (job.LeftOut is null).ShouldBe(takesPart);
    }

    [Test]
    public void Values_are_those_of_this_machine_and_of_a_form_that_nobody_changed()
    {
        var job = Rehearsed.Of(build =>
        [
            new Workflow("Try")
            {
                Triggers = [new Trigger.Manual(Input.Choice("stage", "staging", "production"))],
                Variables = new Workflow("Empty").Variables.Add("COMMIT", Expr.Commit).Add("SLUG", "at-" + Expr.BranchSlug).Add("REGION", Expr.Variable("REGION")),
                Jobs = [new Job("smoke").Runs(build.Smoke).With("stage", Expr.Input("stage"))],
            },
        ], asked => asked with { Environment = Rehearsed.Variables(("REGION", "eu")) }).Jobs[0];

        string.Join(' ', job.Variables.Select(variable => $"{variable.Key}={variable.Value}")).ShouldBe("COMMIT=0123456789abcdef REGION=eu SLUG=at-feature-basket STAGE=staging");
    }

    [TestCase("Deliverey", null, "There is no workflow 'Deliverey'. Did you mean 'Delivery'? Workflows: Delivery, Checks.")]
    [TestCase(null, null, "Which workflow is to be rehearsed? Say --workflow NAME. Workflows: Delivery, Checks.")]
    [TestCase("delivery", "pakage", "Workflow 'Delivery' has no job 'pakage'. Did you mean 'package'? Jobs: build, unit-tests, package, deploy, recover.")]
    public void A_name_that_is_none_is_told_with_the_nearest(string? workflow, string? job, string message) =>
        Should.Throw<DefinitionException>(() => Rehearsed.Of(build => [.. Delivery(build), new Workflow("Checks").Runs(build.Compile)], asked => asked with { Workflow = workflow, Job = job })).Message.ShouldBe(message);

    [Test]
    public void Jobs_that_wait_for_each_other_are_told_as_when_files_are_written() => Should.Throw<DefinitionException>(() => Rehearsed.Of(build =>
    [
        new Workflow("Checks") { Jobs = [new Job("smoke") { Needs = ["notify"] }.Runs(build.Smoke), new Job("notify") { Needs = ["smoke"] }.Runs(build.Notify)] },
    ])).Message.ShouldStartWith("Workflow 'Checks' cannot be rehearsed. Jobs wait for each other: smoke -> notify -> smoke.");

    private static IEnumerable<Workflow> Delivery(ShopBuild build) =>
    [
        new Workflow("Delivery")
        {
            Triggers = [new Trigger.Push("main")],
            Jobs =
            [
                new Job("unit-tests") { Shards = 2 },
                new Job("deploy") { Deployment = new("production"), WaitsForAll = true, Runner = Runners.InGroup("stages") }.Runs(build.Deploy).With("stage", "production"),
                new Job("recover") { Start = JobStart.EvenCancelled, Needs = ["deploy"], Runner = Runners.InGroup("stages") }.Runs(build.Recover),
            ],
        }.Runs(build.UnitTest),
    ];
}
