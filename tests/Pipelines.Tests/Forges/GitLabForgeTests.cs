using NUnit.Framework;
using Pipelines.Forges;
using Pipelines.Forges.GitLab;
using Shouldly;

namespace Pipelines.Tests.Forges;

[TestFixture]
public sealed class GitLabForgeTests
{
    private const string Repository = "shop/team/cart";

    private static readonly DeploymentPlace Staging = new("staging", "c0ffee") { Reference = "main" };

    [Test]
    public async Task A_note_is_written_once_and_then_anew_whatever_page_it_stands_on()
    {
        var memory = new GitLabMemory();
        memory.Notes.AddRange([memory.Note("one", 1), memory.Note("<!-- pipelines: shop staging -->\nof another", 2), memory.Note("<!-- pipelines: shop staging -->", 5, isOfSystem: true)]);
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitLabForge(server.Access(Repository));

        await new StickyComment(forge, "shop staging").PutAsync(7, "first", CancellationToken.None);
        memory.Notes.Add(memory.Note("five", 1));
        await new StickyComment(forge, "shop staging").PutAsync(7, "second", CancellationToken.None);

        memory.Notes.Count.ShouldBe(5);
        memory.Notes[3]["body"]!.GetValue<string>().ShouldBe("<!-- pipelines: shop staging -->\nsecond");
        server.Asked.ShouldContain(asked => asked.ToString() == "GET projects/shop%2Fteam%2Fcart/merge_requests/7/notes?sort=asc&order_by=created_at&per_page=100&page=2");
    }

    [Test]
    public async Task The_merge_request_that_brought_a_commit_is_found()
    {
        await using var server = new LoopbackForge(new GitLabMemory().Answer);
        using var forge = new GitLabForge(server.Access(Repository));

        (await forge.FindChangeAsync("c0ffee", CancellationToken.None)).ShouldBe(7);
    }

    [TestCase(DeploymentState.Success, "success")]
    [TestCase(DeploymentState.Failure, "failed")]
    [TestCase(DeploymentState.Error, "failed")]
    [TestCase(DeploymentState.Inactive, "canceled")]
    public async Task A_deployment_is_recorded_with_its_states(DeploymentState state, string expected)
    {
        var memory = new GitLabMemory();
        await using var server = new LoopbackForge(memory.Answer);
        using var forge = new GitLabForge(server.Access(Repository));

        var id = await forge.BeginDeploymentAsync(Staging, CancellationToken.None);
        await forge.SetDeploymentAsync(id, Staging, state, "done", address: null, CancellationToken.None);

        server.Asked[0].Body.ShouldBe("""{"environment":"staging","sha":"c0ffee","ref":"main","tag":false,"status":"running"}""");
        memory.Deployments.ShouldHaveSingleItem()["status"]!.GetValue<string>().ShouldBe(expected);
    }

    [Test]
    public async Task A_status_is_put_on_a_commit()
    {
        await using var server = new LoopbackForge(new GitLabMemory().Answer);
        using var client = new GitLabClient(server.Access(Repository));

        var status = await client.SetStatusAsync("c0ffee", new(GitLabCommitState.Success, "Coverage") { TargetUrl = new("https://shop.example/"), Description = "91 %" }, CancellationToken.None);

        status.Status.ShouldBe("success");
        server.Asked[0].Body.ShouldBe("""{"state":"success","name":"Coverage","target_url":"https://shop.example/","description":"91 %"}""");
    }

    [Test]
    public async Task A_token_that_GitLab_does_not_take_is_told_of()
    {
        await using var server = new LoopbackForge(new GitLabMemory().Answer);
        using var client = new GitLabClient(server.Access(Repository) with { Token = new("glpat-an-old-one") });

        var problem = await Should.ThrowAsync<ForgeException>(client.CreateNoteAsync(7, "hello", CancellationToken.None));

        problem.Message.ShouldBe("GitLab refused POST projects/shop%2Fteam%2Fcart/merge_requests/7/notes: 401 401 Unauthorized. The token is not valid, or no longer.");
    }
}
