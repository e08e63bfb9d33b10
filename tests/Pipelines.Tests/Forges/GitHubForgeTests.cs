using NUnit.Framework;
using Pipelines.Forges;
using Pipelines.Forges.GitHub;
using Shouldly;

namespace Pipelines.Tests.Forges;

[TestFixture]
public sealed class GitHubForgeTests
{
    private const string Log = "https://github.com/shop/cart/actions/runs/812";

    private static readonly DeploymentPlace Staging = new("staging", "c0ffee") { Log = new(Log), Run = "812", Reference = "main" };

    [Test]
    public async Task A_comment_is_written_once_and_then_anew()
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());

        await new StickyComment(forge, "shop staging").PutAsync(7, "first", CancellationToken.None);
        await new StickyComment(forge, "shop staging").PutAsync(7, "second", CancellationToken.None);
        await new StickyComment(forge, "shop production").PutAsync(7, "third", CancellationToken.None);

        memory.Comments.Select(Body).ShouldBe(["<!-- pipelines: shop staging -->\nsecond", "<!-- pipelines: shop production -->\nthird"]);
    }

    [TestCase(null)]
    [TestCase("robot")]
    public async Task Somebody_who_copies_the_mark_is_left_alone(string? user)
    {
        var memory = new GitHubMemory { User = user };
        memory.Comments.Add(memory.Comment("<!-- pipelines: shop staging -->\nmine", "mallory", "User"));
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());

        await new StickyComment(forge, "shop staging").PutAsync(7, "first", CancellationToken.None);
        await new StickyComment(forge, "shop staging").PutAsync(7, "second", CancellationToken.None);

        memory.Comments.Select(Body).ShouldBe(["<!-- pipelines: shop staging -->\nmine", "<!-- pipelines: shop staging -->\nsecond"]);
    }

    [TestCase(true, 0)]
    [TestCase(true, 502)]
    [TestCase(false, 502)]
    public async Task A_lost_answer_makes_no_second_comment(bool wasWritten, int status)
    {
        var memory = new GitHubMemory();
        var losses = 1;
        memory.Instead = asked =>
        {
            if (asked.Method != "POST" || losses-- <= 0)
            {
                return null;
            }
            if (wasWritten)
            {
                memory.Comments.Add(memory.Comment(asked.Json["body"]!.GetValue<string>(), "github-actions[bot]", "Bot"));
            }
            return new(status);
        };
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());

        await new StickyComment(forge, "shop staging").PutAsync(7, "first", CancellationToken.None);

        memory.Comments.ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_comment_that_somebody_deletes_meanwhile_is_written_again()
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());
        await new StickyComment(forge, "shop staging").PutAsync(7, "first", CancellationToken.None);
        memory.Instead = asked =>
        {
            if (asked.Method == "PATCH")
            {
                memory.Comments.Clear();
            }
            return null;
        };

        await new StickyComment(forge, "shop staging").PutAsync(7, "second", CancellationToken.None);

        memory.Comments.Select(Body).ShouldBe(["<!-- pipelines: shop staging -->\nsecond"]);
    }

    [Test]
    public async Task A_comment_that_is_too_long_is_cut()
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());

        await new StickyComment(forge, "shop --> staging").PutAsync(7, new('x', 70_000), CancellationToken.None);

        var body = Body(memory.Comments.ShouldHaveSingleItem());
        body.Length.ShouldBe(65_536);
        body.ShouldStartWith("<!-- pipelines: shop  staging -->\nxxx");
        body.ShouldEndWith("… cut: too long for a comment.");
    }

    [TestCase("c0ffee", 7)]
    [TestCase("beef", null)]
    public async Task The_pull_request_that_brought_a_commit_is_found(string commit, int? expected)
    {
        await using var server = new LoopbackForge(new GitHubMemory().Answer);
        using var forge = new GitHubForge(server.Access());

        (await forge.FindChangeAsync(commit, CancellationToken.None)).ShouldBe(expected);
    }

    [Test]
    public async Task A_deployment_is_recorded_with_its_states()
    {
        var memory = new GitHubMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());

        var id = await forge.BeginDeploymentAsync(Staging, CancellationToken.None);
        await forge.SetDeploymentAsync(id, Staging, DeploymentState.Success, $"staging: {new string('x', 200)}\nmore", new("https://staging.shop.example/"), CancellationToken.None);

        var asked = server.Asked.Single(asked => asked.ToString() == "POST repos/shop/cart/deployments");
        asked.Body.ShouldBe("""{"ref":"c0ffee","environment":"staging","auto_merge":false,"required_contexts":[]}""");
        memory.Statuses[id].Select(status => status["state"]!.GetValue<string>()).ShouldBe(["success", "in_progress"]);
        memory.Statuses[id][0]["environment_url"]!.GetValue<string>().ShouldBe("https://staging.shop.example/");
        memory.Statuses[id][0]["log_url"]!.GetValue<string>().ShouldBe(Log);
        memory.Statuses[id][0]["description"]!.GetValue<string>().Length.ShouldBe(140);
    }

    [TestCase($"{Log}/job/1", true)]
    [TestCase(Log, true)]
    [TestCase($"{Log}0/job/1", false)]
    [TestCase("https://elsewhere.example", false)]
    public async Task What_GitHub_recorded_for_the_run_by_itself_is_not_recorded_twice(string log, bool isOurs)
    {
        var memory = new GitHubMemory();
        memory.Deployments.Add(memory.Deployment("staging", "beef"));
        var known = memory.Deployments[0]["id"]!.GetValue<long>();
        memory.Statuses[known] = [new() { ["id"] = 1, ["state"] = "in_progress", ["log_url"] = log }];
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitHubForge(server.Access());

        var id = await forge.BeginDeploymentAsync(Staging, CancellationToken.None);

        (id == known).ShouldBe(isOurs);
        memory.Deployments.Count.ShouldBe(isOurs ? 1 : 2);
    }

    [TestCase(0, 1)]
    [TestCase(50, 1)]
    [TestCase(120, 3)]
    public async Task Annotations_of_a_check_are_sent_fifty_at_a_time(int count, int requests)
    {
        await using var server = new LoopbackForge(_ => new(200, """{"id": 4, "status": "completed", "conclusion": "failure"}"""));
        using var client = new GitHubClient(server.Access());
        var check = new GitHubCheck("Compile", "c0ffee", "2 errors", "They are told below.")
        {
            Conclusion = GitHubConclusion.Failure,
            Annotations = [.. Enumerable.Range(1, count).Select(line => new GitHubAnnotation("src/Cart.cs", line, line, GitHubAnnotationLevel.Failure, $"error {line}"))],
        };

        await client.CreateCheckAsync(check, CancellationToken.None);
        await client.UpdateCheckAsync(4, check, CancellationToken.None);

        server.Asked.Select(asked => asked.ToString()).ShouldBe(
            ["POST repos/shop/cart/check-runs", .. Enumerable.Repeat("PATCH repos/shop/cart/check-runs/4", (2 * requests) - 1)]);
        server.Asked.Take(requests).SelectMany(asked => asked.Json["output"]!["annotations"]!.AsArray()).Select(annotation => annotation!["start_line"]!.GetValue<int>())
            .ShouldBe(Enumerable.Range(1, count));
        server.Asked[0].Json["name"]!.GetValue<string>().ShouldBe("Compile");
        server.Asked[0].Json["conclusion"]!.GetValue<string>().ShouldBe("failure");
        server.Asked[^1].Json["name"].ShouldBeNull();
    }

    private static string Body(System.Text.Json.Nodes.JsonObject comment) => comment["body"]!.GetValue<string>();
}
