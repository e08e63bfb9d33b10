using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Reporting;
using Pipelines.Forges.GitHub;
using Pipelines.Targets.Delivery.Posting;
using Pipelines.Testing;
using Pipelines.Tests.Execution;
using Pipelines.Tests.Forges;
using Shouldly;

namespace Pipelines.Tests.Targets.Delivery;

[TestFixture]
public sealed class PostingTests
{
    private static readonly StageReport Begun = new("shop", "staging")
    {
        Release = new("shop", "1.1", "c0ffee", "artifact", ReleaseConfiguration.Empty),
        Plan = ["staging (local, rolling, 2 instances): nothing runs here", "   1. take in the release"],
    };

    private static readonly StageReport Ended = Begun with
    {
        Outcome = Outcome.Verified,
        ExitCode = ExitCodes.Success,
        Message = $"staging: verified good, by {LoopbackForge.Token}.",
        Url = new("https://staging.shop.example/"),
    };

    [Test]
    public async Task GitHub_gets_one_comment_and_one_deployment_and_no_secret()
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var workspace = new Workspace { Environment = GitHub(server) };

        var ran = await RunAsync(workspace, Begun, Ended);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        var body = memory.Comments.ShouldHaveSingleItem()["body"]!.GetValue<string>();
        body.ShouldStartWith("<!-- pipelines: shop staging -->\n### ✅ shop → staging: 1.1 (");
        body.ShouldContain("staging: verified good, by ***.");
        memory.Statuses.Values.ShouldHaveSingleItem()[0]["description"]!.GetValue<string>().ShouldBe("staging: verified good, by ***.");
        body.ShouldContain("take in the release");
        var deployment = memory.Deployments.ShouldHaveSingleItem();
        deployment["sha"]!.GetValue<string>().ShouldBe("c0ffee");
        memory.Statuses[deployment["id"]!.GetValue<long>()].Select(status => $"{status["state"]} {status["environment_url"]}").ShouldBe(["success https://staging.shop.example/", "in_progress "]);
        (ran.Output + ran.Error).ShouldNotContain(LoopbackForge.Token);
        (ran.Output + ran.Error).ShouldNotContain("warning");
        (await File.ReadAllTextAsync(workspace.Folder / "summary.md")).ShouldContain("<details><summary>shop → staging</summary>\n\n<pre>✅ shop → staging: 1.1 (");
    }

    [Test]
    public async Task The_plan_is_there_before_the_result()
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var workspace = new Workspace { Environment = GitHub(server) };

        await RunAsync(workspace, Begun);

        memory.Comments.ShouldHaveSingleItem()["body"]!.GetValue<string>().ShouldContain("<details open><summary>Plan</summary>");
        memory.Statuses.Values.ShouldHaveSingleItem().ShouldHaveSingleItem()["state"]!.GetValue<string>().ShouldBe("in_progress");
    }

    [TestCase(Outcome.RolledBack, true, ExitCodes.RolledBack, "failure")]
    [TestCase(Outcome.RolledBack, false, ExitCodes.RolledBack, "inactive")]
    [TestCase(Outcome.RollbackFailed, true, ExitCodes.RollbackFailed, "error")]
    [TestCase(null, false, ExitCodes.Failed, "error")]
    public async Task How_it_ended_is_said_in_the_word_of_GitHub(Outcome? outcome, bool isRejected, int exitCode, string expected)
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var workspace = new Workspace { Environment = GitHub(server) };

        await RunAsync(workspace, Begun, Ended with { Outcome = outcome, IsRejected = isRejected, ExitCode = exitCode });

        memory.Statuses.Values.ShouldHaveSingleItem()[0]["state"]!.GetValue<string>().ShouldBe(expected);
    }

    [Test]
    public async Task What_cannot_be_posted_is_a_warning_and_no_failure()
    {
        await using var server = new LoopbackForge(_ => new(401, """{"message": "Bad credentials"}"""));
        using var workspace = new Workspace { Environment = GitHub(server) };

        var ran = await RunAsync(workspace, Begun, Ended);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        ran.Output.ShouldContain("The report of staging was not posted: GitHub refused GET repos/shop/cart/commits/c0ffee/pulls: 401 Bad credentials. The token is not valid, or no longer.");
        ran.Output.ShouldContain("The deployment to staging was not recorded: GitHub refused");
    }

    [Test]
    public async Task A_token_that_is_none_fails_no_delivery()
    {
        await using var server = new LoopbackForge(new GitHubMemory().Answer);
        using var workspace = new Workspace { Environment = GitHub(server).SetItem("GITHUB_TOKEN", "two words") };

        var ran = await RunAsync(workspace, Begun, Ended);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        ran.Output.ShouldContain("Nothing is posted on GitHub: The token for GitHub is more than one word. Give the token alone.");
    }

    [TestCase("GITHUB_TOKEN=")]
    [TestCase("GITHUB_ACTIONS=")]
    [TestCase("GITHUB_API_URL=")]
    public async Task Without_a_server_or_a_token_nobody_is_asked(string without)
    {
        await using var server = new LoopbackForge(new GitHubMemory().Answer);
        using var workspace = new Workspace { Environment = GitHub(server).Remove(without.TrimEnd('=')) };

        var ran = await RunAsync(workspace, Begun, Ended);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        server.Asked.ShouldBeEmpty();
    }

    [Test]
    public async Task A_server_that_never_answers_is_given_up()
    {
        using var blocked = new ManualResetEventSlim();
        await using var server = new LoopbackForge(_ =>
        {
            blocked.Wait(TimeSpan.FromSeconds(20));
            return new(500);
        });
        var warnings = new List<string>();
        var time = new SkippingTime();
        var posts = new StagePosts(() => new GitHubForge(server.Access()), new(Host.GitHub, "shop/cart", "c0ffee"), warnings.Add, time);

        posts.Post(Begun);
        var ending = posts.DisposeAsync().AsTask();
        time.Advance(TimeSpan.FromMinutes(1));
        await ending;
        blocked.Set();

        warnings.ShouldBe(["The report of staging was not posted: GitHub did not answer in time.", "The deployment to staging was not recorded: GitHub did not answer in time."]);
    }

    [TestCase("staging", 0)]
    [TestCase("", 1)]
    public async Task GitLab_gets_a_note_and_a_deployment_where_it_records_none_itself(string environment, int deployments)
    {
        var memory = new GitLabMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var workspace = new Workspace
        {
            Environment = ImmutableDictionary<string, string>.Empty.AddRange(
            [
                new("GITLAB_CI", "true"), new("CI_PROJECT_PATH", "shop/team/cart"), new("CI_COMMIT_SHA", "c0ffee"), new("CI_COMMIT_BRANCH", "main"),
                new("CI_API_V4_URL", server.Address.AbsoluteUri), new("CI_ENVIRONMENT_NAME", environment), new("GITLAB_TOKEN", LoopbackForge.Token),
            ]),
        };

        var ran = await RunAsync(workspace, Begun, Ended);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        ran.Output.ShouldNotContain("warning");
        memory.Notes.ShouldHaveSingleItem()["body"]!.GetValue<string>().ShouldContain("✅ shop → staging");
        memory.Deployments.Count(deployment => deployment["status"]!.GetValue<string>() == "success").ShouldBe(deployments);
    }

    private static ImmutableDictionary<string, string> GitHub(LoopbackForge server) => ImmutableDictionary<string, string>.Empty.AddRange(
    [
        new("GITHUB_ACTIONS", "true"), new("GITHUB_REPOSITORY", "shop/cart"), new("GITHUB_SHA", "c0ffee"), new("GITHUB_REF_NAME", "main"), new("GITHUB_RUN_ID", "812"),
        new("GITHUB_SERVER_URL", "https://github.com"), new("GITHUB_API_URL", server.Address.AbsoluteUri), new("GITHUB_TOKEN", LoopbackForge.Token),
    ]);

    private static async Task<Ran> RunAsync(Workspace workspace, params ImmutableArray<StageReport> reports)
    {
        PostingBuild.Reports.Value = reports;
        var environment = workspace.Environment.ToImmutableDictionary(StringComparer.Ordinal).Add("GITHUB_STEP_SUMMARY", workspace.Folder / "summary.md");
        using var inner = new Workspace { Environment = environment };
        return await inner.RunAsync<PostingBuild>("Deliver");
    }
}
