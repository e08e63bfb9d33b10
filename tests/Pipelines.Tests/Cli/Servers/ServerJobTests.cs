using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Cli.Servers;

[TestFixture]
public sealed class ServerJobTests
{
    private static readonly ImmutableDictionary<string, string> GitHub = Variables(
        "GITHUB_ACTIONS=true GITHUB_REPOSITORY=shop/cart GITHUB_SHA=c0ffee GITHUB_REF=refs/heads/main GITHUB_REF_NAME=main GITHUB_REF_TYPE=branch GITHUB_EVENT_NAME=push"
        + " GITHUB_WORKFLOW=Delivery GITHUB_RUN_ID=812 GITHUB_RUN_ATTEMPT=2 GITHUB_JOB=deploy-staging GITHUB_SERVER_URL=https://github.com GITHUB_API_URL=https://api.github.com");

    private static readonly ImmutableDictionary<string, string> GitLab = Variables(
        "GITLAB_CI=true CI_PROJECT_PATH=shop/team/cart CI_COMMIT_SHA=c0ffee CI_COMMIT_BRANCH=main CI_PIPELINE_SOURCE=push CI_PIPELINE_ID=812 CI_JOB_NAME=deploy-staging"
        + " CI_NODE_TOTAL=1 CI_JOB_URL=https://gitlab.com/shop/team/cart/-/jobs/9 CI_API_V4_URL=https://gitlab.com/api/v4 CI_ENVIRONMENT_NAME=staging");

    [Test]
    public async Task A_push_on_GitHub_is_known_whole()
    {
        (await JobAsync(GitHub)).ShouldBe(new ServerJob(Host.GitHub, "shop/cart", "c0ffee")
        {
            Branch = "main",
            Event = "push",
            Workflow = "Delivery",
            Run = "812",
            Attempt = 2,
            Name = "deploy-staging",
            Page = new("https://github.com/shop/cart/actions/runs/812"),
            Api = new("https://api.github.com"),
        });
    }

    [Test]
    public async Task A_push_on_GitLab_is_known_whole()
    {
        (await JobAsync(GitLab)).ShouldBe(new ServerJob(Host.GitLab, "shop/team/cart", "c0ffee")
        {
            Branch = "main",
            Event = "push",
            Run = "812",
            Name = "deploy-staging",
            Environment = "staging",
            Page = new("https://gitlab.com/shop/team/cart/-/jobs/9"),
            Api = new("https://gitlab.com/api/v4"),
        });
    }

    [Test]
    public async Task A_tag_is_no_branch()
    {
        var github = await JobAsync(GitHub.SetItem("GITHUB_REF_TYPE", "tag").SetItem("GITHUB_REF_NAME", "v1.2.3"));
        var gitlab = await JobAsync(GitLab.Remove("CI_COMMIT_BRANCH").SetItem("CI_COMMIT_TAG", "v1.2.3"));

        (github!.Branch, github.Tag).ShouldBe((null, "v1.2.3"));
        (gitlab!.Branch, gitlab.Tag).ShouldBe((null, "v1.2.3"));
    }

    [TestCase("shop/cart", false)]
    [TestCase("someone/cart", true)]
    public async Task A_pull_request_of_GitHub_stands_in_the_file_of_its_event(string from, bool isOfFork)
    {
        using var workspace = new Workspace();
        var file = workspace.Folder.Write("event.json", $$$"""
            {"action": "closed", "pull_request": {"number": 7, "head": {"ref": "cheaper", "sha": "beef", "repo": {"full_name": "{{{from}}}"}}, "base": {"ref": "main"} } }
            """);

        var job = await JobAsync(GitHub.SetItem("GITHUB_EVENT_PATH", file));

        job!.Change.ShouldBe(new ChangeRequest(7, "beef", "cheaper", "main") { IsOfFork = isOfFork });
        job.Branch.ShouldBe("cheaper");
        job.Commit.ShouldBe("c0ffee");
    }

    [TestCase("")]
    [TestCase("[1")]
    [TestCase("[1]")]
    [TestCase("{\"pull_request\": null}")]
    [TestCase("{\"pull_request\": {\"number\": \"seven\"}}")]
    public async Task Without_a_readable_event_the_variables_tell_the_pull_request(string content)
    {
        using var workspace = new Workspace();
        var file = workspace.Folder.Write("event.json", content);
        var pull = GitHub.SetItem("GITHUB_REF", "refs/pull/7/merge").SetItem("GITHUB_REF_NAME", "7/merge").SetItem("GITHUB_HEAD_REF", "cheaper").SetItem("GITHUB_BASE_REF", "main");

        var job = await JobAsync(pull.SetItem("GITHUB_EVENT_PATH", file));

        job!.Change.ShouldBe(new ChangeRequest(7, "c0ffee", "cheaper", "main"));
    }

    [TestCase("4", "4", "beef", false)]
    [TestCase("4", "5", "c0ffee", true)]
    public async Task A_merge_request_of_GitLab_stands_in_variables(string from, string to, string commit, bool isOfFork)
    {
        var merge = GitLab.Remove("CI_COMMIT_BRANCH").SetItem("CI_MERGE_REQUEST_IID", "7").SetItem("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "cheaper")
            .SetItem("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main").SetItem("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", from).SetItem("CI_MERGE_REQUEST_PROJECT_ID", to)
            .SetItem("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", commit == "beef" ? "beef" : "");

        var job = await JobAsync(merge);

        job!.Change.ShouldBe(new ChangeRequest(7, commit, "cheaper", "main") { IsOfFork = isOfFork });
        job.Branch.ShouldBe("cheaper");
    }

    [TestCase("2", "4", "2/4")]
    [TestCase(null, "1", null)]
    [TestCase("1", "1", null)]
    [TestCase("1", null, null)]
    public async Task A_machine_of_several_knows_its_share(string? index, string? total, string? expected)
    {
        var gitlab = GitLab.SetItem("CI_NODE_INDEX", index ?? "").SetItem("CI_NODE_TOTAL", total ?? "").SetItem("CI_JOB_NAME", $"tests {index}/{total}");

        (await JobAsync(gitlab))!.Shard?.ToString().ShouldBe(expected);
        (await JobAsync(GitHub.SetItem("SHARD", $"{index}/{total}")))!.Shard?.ToString().ShouldBe(expected);
    }

    [Test]
    public async Task A_job_of_a_matrix_on_GitLab_is_no_share_of_another()
    {
        var job = await JobAsync(GitLab.SetItem("CI_NODE_INDEX", "2").SetItem("CI_NODE_TOTAL", "4").SetItem("CI_JOB_NAME", "tests: [linux, 10.0]"));

        job!.Shard.ShouldBeNull();
    }

    [TestCase("")]
    [TestCase("CI=true")]
    [TestCase("GITHUB_ACTIONS=false GITHUB_REPOSITORY=shop/cart")]
    public async Task Elsewhere_there_is_no_such_job(string variables)
    {
        (await JobAsync(Variables(variables))).ShouldBeNull();
    }

    [TestCase("GITHUB_ACTIONS=true")]
    [TestCase("GITLAB_CI=true")]
    public async Task A_server_that_says_nothing_else_breaks_nothing(string variables)
    {
        var job = (await JobAsync(Variables(variables)))!;

        (job.Repository, job.Commit, job.Branch, job.Change, job.Page, job.Api).ShouldBe(("", "", null, null, null, null));
    }

    private static async Task<ServerJob?> JobAsync(IReadOnlyDictionary<string, string> environment)
    {
        using var workspace = new Workspace { Environment = environment };
        var seen = new List<ServerJob?>();
        SeesItsJob.Seen.Value = seen;

        var ran = await workspace.RunAsync<SeesItsJob>("Look");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        return seen.ShouldHaveSingleItem();
    }

    private static ImmutableDictionary<string, string> Variables(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(variable => variable.Split('=', 2)).ToImmutableDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
