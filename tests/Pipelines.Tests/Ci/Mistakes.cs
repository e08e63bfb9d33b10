using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Tests.Ci;

/// <summary>One mistake at least for each rule.</summary>
internal static class Mistakes
{
    private static readonly Trigger Trunk = new Trigger.Push("main");

    public static ImmutableArray<Mistake> All { get; } =
    [
        new("CI001", "Checks/Unit Tests", "'Unit Tests' is no name", build => [Checks.With(new Job("Unit Tests").Runs(build.UnitTest))]),
        new("CI001", "Checks/image", "GitLab takes 'image' for a key of its own", build => [Checks.With(new Job("image").Runs(build.Image))]),
        new("CI001", "checks", "Two workflows are named 'checks'", build => [Checks.Runs(build.Compile), Checks.Runs(build.UnitTest)]),
        new("CI001", "Checks", "The gate cannot be named 'build'", build => [(Checks with { Gate = "build" }).Runs(build.Compile)]),
        new("CI002", "Checks/smoke", "needs 'staging-tests', which is no job of the workflow", build => [Checks.With(Smoke(build) with { Needs = ["staging-tests"] })]),
        new("CI002", "Checks/integration", "No target begins a job 'integration'", build => [Checks.Runs(build.Check).With(new Job("integration") { Services = [Services.Redis("7")] })]),
        new("CI003", "Checks", "first -> second -> first", build => [Checks.With(new Job("first") { Needs = ["second"] }.Runs(build.Smoke), new Job("second") { Needs = ["first"] }.Runs(build.Recover))]),
        new("CI004", "Checks/verify", "needs 'smoke', which takes part less often", build => [Checks.With(Smoke(build) with { When = Condition.Branch("main") }, new Job("verify") { Needs = ["smoke"] }.Runs(build.Recover))]),
        new("CI005", "Checks/integration-tests", "4 machines would each run all of 'IntegrationTest'", build => [Checks.With(new Job("integration-tests") { Shards = 4 }).Runs(build.IntegrationTest)]),
        new("CI006", "Checks/notes", "'Notes' consumes files of 'Quiet', which produces none", _ => [Checks.Runs<ITalks>(x => x.Notes)]),
        new("CI007", "Delivery/deploy", "'app:<commit>' names what is deployed by a tag", build => [Deploys(build, job => job.With("image", "app:" + Expr.Commit))]),
        new("CI008", "Checks/smoke", "'db' (postgres:14) does not start without POSTGRES_PASSWORD", build => [Checks.With(Smoke(build) with { Services = [Services.Postgres("14") with { Name = "db", Variables = ImmutableSortedDictionary<string, string>.Empty }] })]),
        new("CI009", "Delivery/deploy", "uses the secret 'TOKEN' without declaring it", build => [Deploys(build, job => job with { Variables = job.Variables.Add("T", Expr.Secret("TOKEN")) })]),
        new("CI009", "Checks/smoke", "'secrets: inherit' hands over every secret", build => [Checks.With(Smoke(build) with { GitHub = YamlNode.Mapping(("secrets", "inherit")) })]),
        new("CI010", "Delivery/deploy", "GitHub cannot let a job wait for a click", build => [Deploys(build, job => job with { Start = JobStart.ByHand })]),
        new("CI010", "Checks/notify", "'unit-tests' does not when 'build' fails. Give each a job of its own", build => [Checks.Runs(build.UnitTest).With(new Job("notify") { Needs = ["build", "unit-tests"], Start = JobStart.AfterFailure }.Runs(build.Notify))]),
        new("CI010", "Part", "GitLab has no workflow that others call", build => [new Workflow("Part") { Triggers = [new Trigger.Called()] }.With(Smoke(build))]),
        new("CI010", "Checks/smoke", "GitLab has no machine 'windows-2025'", build => [Checks.With(Smoke(build) with { Runner = Runners.Windows2025 })]),
        new("CI010", "Review", "A required check never reports", build => [new Workflow("Review") { Triggers = [new Trigger.PullRequest("main") { Paths = ["src/**"] }], Gate = "all" }.With(Smoke(build))]),
        new("CI011", "Checks/build", "GitHub does not start a job again", build => [Checks.Runs(build.Compile).With(new Job("build") { Retries = 1 })]),
        new("CI012", "Delivery/deploy", "would cancel it in the middle of a deployment", build => [Deploys(build, job => job with { Concurrency = new("deploy") { CancelsOlder = true } })]),
        new("CI013", "Delivery/deploy", "A pull request starts it, also one of a fork, and it deploys", build => [Deploys(build, job => job) with { Triggers = [new Trigger.PullRequest("main")] }]),
        new("CI013", "Review/smoke", "A pull request starts it, also one of a fork, and it has secrets", build => [Review.With(Smoke(build) with { Secrets = ["TOKEN"] })]),
        new("CI014", "Review/smoke", "it runs on a machine that outlives it", build => [Review.With(Smoke(build) with { Runner = Runners.SelfHosted("linux") })]),
        new("CI015", "Checks/smoke", "no environment says who may use them", build => [Checks.With(Smoke(build) with { Secrets = ["TOKEN"] })]),
        new("CI016", "Delivery/deploy", "<secret NAME> is not known in the name or address of an environment", build => [Deploys(build, job => job with { Secrets = ["NAME"], Deployment = new("shop-" + Expr.Secret("NAME")) })]),
        new("CI016", "Checks", "<os> is not known in a variable of the workflow", build => [(Checks with { Variables = ImmutableSortedDictionary<string, Expr>.Empty.Add("A", Expr.Axis("os")) }).With(Smoke(build))]),
        new("CI017", "Checks/smoke", "The build has no parameter 'stag'", build => [Checks.With(Smoke(build).With("stag", "production"))]),
        new("CI018", "Checks/smoke", "reads the input 'stage', which no trigger", build => [Checks.With(Smoke(build).With("stage", Expr.Input("stage")))]),
        new("CI018", "Checks/smoke", "Its condition reads the input 'stage'", build => [Checks.With(Smoke(build) with { When = Condition.Input("stage", "production") })]),
        new("CI018", "Try", "begins with 'test', which is none of its options", build => [Try(Input.Choice("stage", "staging") with { Default = "test" }).With(Smoke(build))]),
        new("CI019", "Checks/smoke", "'actions/checkout@v7' is a tag or branch", build => [Checks.With(Smoke(build) with { GitHubSteps = [YamlNode.Mapping(("uses", "actions/checkout@v7"))] })]),
        new("CI020", "Checks/smoke", "The image 'redis:latest' has no version", build => [Checks.With(Smoke(build) with { Services = [Services.Redis("latest")] })]),
        new("CI020", "Checks", "The image 'registry.example.com:5000/sdk' has no version", build => [(Checks with { Image = "registry.example.com:5000/sdk" }).With(Smoke(build))]),
        new("CI021", "Checks/smoke", "The matrix has 0 combinations", build => [Checks.With(Smoke(build) with { Matrix = new() })]),
        new("CI021", "Checks/smoke", "It reads the axis 'os', which its matrix does not have", build => [Checks.With(Smoke(build).With("os", Expr.Axis("os")))]),
        new("CI021", "Checks/smoke", "does not say every axis", build => [Checks.With(Smoke(build) with { Matrix = new(new Matrix.Axis("os", "a"), new Matrix.Axis("net", "8")) { Include = [ImmutableSortedDictionary<string, string>.Empty.Add("os", "b")] } })]),
        new("CI022", "Checks/announce", "job 'package' runs several times and gives several", build => [Checks.With(new Job("package") { Matrix = new(new Matrix.Axis("os", "a", "b")) }, new Job("announce").Runs(build.Announce))]),
        new("CI023", "Nightly", "has 'x' as hour, which is not in 0 to 23", build => [Workflows.Scheduled("Nightly", "0 x * * *", build.Smoke)]),
        new("CI023", "Nightly", "starts every 1 min", build => [Workflows.Scheduled("Nightly", "* 0 * * *", build.Smoke)]),
        new("CI024", "Checks/smoke", "puts a value into a shell line", build => [Checks.With(Smoke(build) with { GitHubSteps = [YamlNode.Mapping(("run", "echo ${{ github.head_ref }}"))] })]),
        new("CI024", "Checks/smoke", "uses CI_COMMIT_MESSAGE, which strangers write", build => [Checks.With(Smoke(build) with { GitLabScript = ["echo $CI_COMMIT_MESSAGE"] })]),
        new("CI025", "Checks", "'pull_request_target' runs with the rights of the trunk", build => [Checks.With(Smoke(build)) with { GitHub = YamlNode.Mapping(("on", "pull_request_target")) }]),
        new("CI026", "Checks/smoke", "GitHub has no right 'package'", build => [Checks.With(Smoke(build) with { Permissions = [Permission.Write("package", "push")] })]),
        new("CI026", "Checks/smoke", "GitHub has no right 'models' to write", build => [Checks.With(Smoke(build) with { Permissions = [Permission.Write("models", "ask one")] })]),
        new("CI026", "Checks", "'write-all' gives the token every right", build => [Checks.With(Smoke(build)) with { GitHub = YamlNode.Mapping(("permissions", "write-all")) }]),
        new("CI027", "Checks/smoke", "A timeout of 00:00:30 is out of range", build => [Checks.With(Smoke(build) with { Timeout = TimeSpan.FromSeconds(30) })]),
        new("CI027", "Checks/smoke", "3 more tries are out of range", build => [Checks.With(Smoke(build) with { Retries = 3 })]),
        new("CI028", "Delivery/deploy", "'stop' is to take its environment down, but is no job", build => [Deploys(build, job => job with { Deployment = new("review") { StoppedBy = "stop" } })]),
        new("CI029", "Checks/smoke", "GitLab refuses 'only' beside the rules", build => [Checks.With(Smoke(build) with { GitLab = YamlNode.Mapping(("only", "main")) })]),
        new("CI029", "Checks/smoke", "The coverage pattern '/(/' cannot be read", build => [Checks.With(Smoke(build) with { GitLab = YamlNode.Mapping(("coverage", "/(/")) })]),
        new("CI030", "Checks", "'Hidden' runs in no job", _ => [Checks.Runs<ITalks>(x => x.All)]),
        new("CI031", "Checks/publish", "'Prepare' runs here again", _ => [Checks.Runs<ITalks>(x => x.Publish)]),
        new("CI032", "Delivery/deploy", "takes files from the cache 'nuget'", build => [Deploys(build, job => job with { Caches = [Cache.NuGet] })]),
        new("CI033", "Checks", "It has nothing to do", _ => [Checks]),
        new("CI033", "Checks", "Nothing starts it", build => [new Workflow("Checks").With(Smoke(build))]),
        new("CI034", "Checks/last", "It needs 51 jobs, and GitLab takes 50", build => [Checks.With([.. Enumerable.Range(1, 51).Select(number => new Job($"smoke-{number}").Runs(build.Smoke)), new Job("last") { WaitsForAll = true }.Runs(build.Recover)])]),
        new("CI035", "Delivery/deploy", "Who approves a deployment to production is a setting", build => [Deploys(build, job => job with { Deployment = new("production") { NeedsApproval = true } })]),
        new("CI036", "Checks/smoke", "The image 'redis:7' has no digest", build => [Checks.With(Smoke(build) with { Services = [Services.Redis("7")] })]),
        new("CI037", "Delivery/smoke", "deploys what nothing in this workflow has built or tested", build => [new Workflow("Delivery") { Triggers = [Trunk] }.With(Smoke(build) with { Deployment = new("production") })]),
        new("CI039", "Checks", "moving-runner: jobs.smoke.runs-on[0] is 'ubuntu-latest'", build => [Checks.With(Smoke(build) with { GitHub = YamlNode.Mapping(("runs-on", YamlNode.Inline("ubuntu-latest"))) })]),
        new("CI039", "Checks", "unpinned-uses", build => [Checks.With(Smoke(build) with { GitHub = YamlNode.Mapping(("uses", "shop/workflows/.github/workflows/ci.yml@main")) })]),
        new("CI041", "Delivery/deploy", "this one is thrown away after the job", build => [Deploys(build, job => job with { Runner = Runners.Ubuntu2404, Deployment = new("staging") { StaysOnRunner = true } })]),
        new("CI010", "checks/first", "GitLab takes no need of a later column", build => [Checks.With(new Job("first") { Stage = "a", Needs = ["second"] }.Runs(build.Recover), new Job("second") { Stage = "b", Needs = ["third"] }.Runs(build.Smoke), new Job("third") { Stage = "a" }.Runs(build.Compile))]),
        new("CI010", "Checks", "GitHub has one list of files", build => [(Checks with { Triggers = [new Trigger.Push("main") { Paths = ["src/**"] }, new Trigger.Push("next")] }).With(Smoke(build))]),
        new("CI010", "Checks/smoke", "a letter or digit follows what is known later", build => [Checks.With(Smoke(build) with { Caches = [], Deployment = new("a") { OnlyVisits = true, Url = "https://" + Expr.BranchSlug + "shop.example.com" } })]),
        new("CI016", "Checks ${{ github.actor }}", "and knows none there", build => [(Checks with { Name = "Checks ${{ github.actor }}" }).With(Smoke(build))]),
        new("CI016", "Checks/smoke", "also within a condition", build => [Checks.With(Smoke(build) with { When = Condition.Variable("A", "${{ a }}") })]),
        new("CI021", "Checks/unit-tests", "It has 201 shards", build => [Checks.With(new Job("unit-tests") { Shards = 201 }).Runs(build.UnitTest)]),
        new("CI033", "Checks/smoke", "It never takes part", build => [Checks.With(Smoke(build) with { When = Condition.PullRequest })]),
        new("CI033", "Checks/smoke", "It starts when a job that it needs has failed, and it needs none", build => [Checks.With(Smoke(build) with { Start = JobStart.AfterFailure })]),
        new("CI040", "Checks", "'a-b' is no name of a variable", build => [(Checks with { Variables = ImmutableSortedDictionary<string, Expr>.Empty.Add("a-b", "c") }).With(Smoke(build))]),
        new("CI040", "Checks/smoke", "'MY TOKEN' is no name of a variable or secret", build => [Checks.With(Smoke(build) with { Secrets = ["MY TOKEN"] })]),
        new("CI040", "Checks/smoke", "'include' is no name of an axis", build => [Checks.With(Smoke(build) with { Matrix = new(new Matrix.Axis("include", "a")) })]),
        new("CI040", "Checks/smoke", "'my db' is no name of a service", build => [Checks.With(Smoke(build) with { Services = [Services.Redis("7") with { Name = "my db" }] })]),
        new("CI040", "Delivery/deploy", "'prod!' is no name of an environment", build => [Deploys(build, job => job with { Deployment = new("prod!") })]),
        new("CI038", "Delivery/deploy", "nothing in the workflow mends what it left", build => [Deploys(build, job => job)]),
    ];

    private static Workflow Checks => new("Checks") { Triggers = [Trunk] };

    private static Workflow Review => new("Review") { Triggers = [new Trigger.PullRequest("main")] };

    private static Workflow Try(Input input) => new("Try") { Triggers = [new Trigger.Manual(input)] };

    private static Job Smoke(ShopBuild build) => new Job("smoke").Runs(build.Smoke);

    private static Workflow Deploys(ShopBuild build, Func<Job, Job> change) =>
        new Workflow("Delivery") { Triggers = [Trunk] }.With(change(new Job("deploy") { Deployment = new("production") }.Runs(build.Deploy)));
}
