using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Tests.Ci;

/// <summary>Everything that a pipeline can be asked for, each in a workflow that needs it.</summary>
internal static class Features
{
    private static readonly Trigger Trunk = new Trigger.Push("main");
    private static readonly Job Mend = new("mend") { Start = JobStart.EvenCancelled, Needs = ["deploy"], Caches = [] };

    public static ImmutableArray<Feature> All { get; } =
    [
        new("job graph", build => [Checks.Runs(build.Check)]),
        new("condition", build => [Checks.With(new Job("package") { When = Condition.Branch("main") & Condition.Variable("PUBLISH", "yes") }.Runs(build.Image))]),
        new("run on failure", build => [Checks.Runs(build.UnitTest).With(new Job("call") { Start = JobStart.AfterFailure, Needs = ["unit-tests"] }.Runs(build.Notify))]),
        new("triggers", build => [Flow("Push", new Trigger.Push("main", "release/*"), new Trigger.Tag("v*")).Runs(build.Compile)]),
        new("pull request", build => [Flow("Review", new Trigger.PullRequest("main")).Runs(build.Compile)]),
        new("merge queue", build => [Flow("Queue", new Trigger.MergeQueue()).Runs(build.Compile)]),
        new("path filter", build => [Flow("Source", new Trigger.Push("main") { Paths = ["src/**", "global.json"] }).Runs(build.Compile)]),
        new("schedule", build => [Workflows.Scheduled("Nightly", "17 3 * * 1-5", build.IntegrationTest)]),
        new("manual start", build => [Flow("Try", new Trigger.Manual(Input.Choice("stage", "staging", "production"), Input.Flag("dry-run"), new Input("release") { Description = "Version" }))
            .With(new Job("try").Runs(build.Smoke).With("stage", Expr.Input("stage")).With("dry-run", Expr.Input("dry-run")).With("release", Expr.Input("release")))]),
        new("one-click deploy", build => [Flow("Delivery", Trunk).With(new Job("deploy") { Deployment = new("production"), Start = JobStart.ByHand }.Runs(build.Deploy))], CiSystem.GitLab),
        new("environment", build => [Delivery(build, deploy => deploy with { Deployment = new("production") { Url = "https://shop.example.com" } })]),
        new("approvals", build => [Delivery(build, deploy => deploy with { Deployment = new("production") { NeedsApproval = true } })]),
        new("concurrency", build => [Delivery(build, deploy => deploy) with { Concurrency = new("delivery-" + Expr.Variable("REGION")) }]),
        new("artifacts", build => [Checks.With(new Job("unit-tests") { Reports = ["output/tests/"], FailureReports = ["output/screenshots/"] }).Runs(build.UnitTest)]),
        new("values between jobs", build => [Checks.With(new Job("announce").Runs(build.Announce))]),
        new("cache", build => [Checks.Runs(build.Compile) with { Caches = [Cache.NuGet, Cache.Targets, new("npm", [".npm"], "web/package-lock.json")] }]),
        new("matrix", build => [Checks.With(Systems.Runs(build.Smoke))]),
        new("shards", build => [Checks.With(new Job("unit-tests") { Shards = 4 }).Runs(build.UnitTest)]),
        new("services", build => [Checks.With(new Job("integration-tests") { Services = [Services.Postgres("17"), Services.Redis("7")] }).Runs(build.IntegrationTest)]),
        new("container", build => [Checks.With(new Job("build") { Container = $"mcr.microsoft.com/dotnet/sdk:10.0@sha256:{new string('a', 64)}", Services = [Services.Redis("7")] }).Runs(build.Compile)]),
        new("runner", build => [Flow("Device", Trunk).With(new Job("smoke") { Runner = Runners.SelfHosted("linux", "arm64") }.Runs(build.Smoke), new Job("recover") { Runner = Runners.InGroup("stages") }.Runs(build.Recover))]),
        new("timeout", build => [Checks.With(new Job("build") { Timeout = TimeSpan.FromMinutes(90) }).Runs(build.Compile)]),
        new("retry", build => [Checks.With(new Job("build") { Retries = 2 }).Runs(build.Compile)]),
        new("allowed failure", build => [Checks.With(new Job("build") { MayFail = true }).Runs(build.Compile)]),
        new("coverage", build => [Checks.With(new Job("unit-tests") { Coverage = "output/tests/coverage.cobertura.xml" }).Runs(build.UnitTest)]),
        new("test reports", build => [Checks.With(new Job("unit-tests") { TestReports = ["output/tests/*.junit.xml"], ShowsFindings = true }).Runs(build.UnitTest)]),
        new("review app", build => [Flow("Review", new Trigger.PullRequest("main")).With(
            new Job("review") { When = Condition.OwnPullRequest, Deployment = new(Place) { Url = "https://" + Expr.PullRequest + ".example.com", StoppedBy = "stop-review", StopsAfter = TimeSpan.FromDays(7) } }.Runs(build.Deploy),
            new Job("stop-review") { When = Condition.OwnPullRequest, Deployment = new(Place) { Stops = true } }.Runs(build.TearDown))]),
        new("OIDC", build => [Delivery(build, deploy => deploy with { IdentityToken = new("AWS_TOKEN", "sts.amazonaws.com"), GitHubSteps = [YamlNode.Mapping(("uses", "aws-actions/configure-aws-credentials"), ("with", YamlNode.Mapping(("role-to-assume", "arn:aws:iam::1:role/shop"), ("aws-region", "eu-central-1"))))] })]),
        new("secrets", build => [Delivery(build, deploy => deploy with { Secrets = ["DEPLOY_TOKEN"], Variables = deploy.Variables.Add("REGISTRY_PASSWORD", Expr.Secret("DEPLOY_TOKEN")) })]),
        new("token rights", build => [Delivery(build, deploy => deploy with { Permissions = [Permission.Write("packages", "push the image")], TokenVariable = "GITHUB_TOKEN" })]),
        new("release", build => [Flow("Release", new Trigger.Tag("v*")).With(new Job("announce") { Permissions = [Permission.Write("contents", "make the release")], FullHistory = true }.Runs(build.Announce))]),
        new("rollback", build => [Flow("Rollback", new Trigger.Manual(Input.Choice("stage", "staging", "production"), new Input("release") { Required = true }))
            .With(new Job("rollback") { Deployment = new(Expr.Input("stage")) }.Runs(build.Recover).With("stage", Expr.Input("stage")).With("release", Expr.Input("release")))]),
        new("auto rollback", build => [Delivery(build, deploy => deploy).With(new Job("back") { Start = JobStart.AfterFailure, Needs = ["deploy"], Deployment = new("production") }.Runs(build.TearDown))]),
        new("canary", build => [Delivery(build, deploy => deploy with { Timeout = TimeSpan.FromMinutes(45) }).With(new Job("smoke") { Needs = ["deploy"] }.Runs(build.Smoke))]),
        new("reuse", build => [Flow("Part", new Trigger.Called(new Input("stage") { Required = true })).With(new Job("smoke").Runs(build.Smoke).With("stage", Expr.Input("stage")))], CiSystem.GitHub),
        new("shell", build => [Checks.With(new Job("smoke") { GitHubSteps = [YamlNode.Mapping(("name", "Look around"), ("run", YamlNode.Script("uname -a\ndf -h\n")))], GitLabScript = ["uname -a"] }.Runs(build.Smoke))]),
        new("checkout", build => [Checks.With(new Job("build") { FullHistory = true }).Runs(build.Compile)]),
        new("escape hatch", build => [Checks.Runs(build.Compile).With(new Job("build") { GitHub = YamlNode.Mapping(("timeout-minutes", 7)), GitLab = YamlNode.Mapping(("timeout", "7 minutes"), ("inherit", YamlNode.Mapping(("default", false)))) }) with { GitHub = YamlNode.Mapping(("run-name", "Checks")) }]),
    ];

    private static Workflow Checks => Flow("Checks", Trunk);

    private static Expr Place => "review/" + Expr.PullRequest;

    private static Job Systems => new("smoke")
    {
        Runner = Runners.OfAxis("os"),
        Matrix = new(new Matrix.Axis("os", "ubuntu-24.04", "windows-2025"), new Matrix.Axis("runtime", "8.0", "10.0"))
        {
            Exclude = [ImmutableSortedDictionary<string, string>.Empty.Add("os", "windows-2025").Add("runtime", "8.0")],
            Include = [ImmutableSortedDictionary<string, string>.Empty.Add("os", "macos-15").Add("runtime", "10.0")],
            MaxParallel = 2,
        },
        Variables = ImmutableSortedDictionary<string, Expr>.Empty.Add("RUNTIME", Expr.Axis("runtime")),
    };

    private static Workflow Flow(string name, params ImmutableArray<Trigger> triggers) => new(name) { Triggers = triggers };

    private static Workflow Delivery(ShopBuild build, Func<Job, Job> change) =>
        Flow("Delivery", Trunk).With(change(new Job("deploy") { Deployment = new("production") }.Runs(build.Deploy)), Mend.Runs(build.Recover));
}
