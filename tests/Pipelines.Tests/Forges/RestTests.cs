using System.Globalization;
using System.Net;
using NUnit.Framework;
using Pipelines.Forges;
using Pipelines.Forges.GitHub;
using Shouldly;

namespace Pipelines.Tests.Forges;

/// <summary>How clients bear with a server, through the one of GitHub.</summary>
[TestFixture]
public sealed class RestTests
{
    private const string Comment = """{"id": 1, "body": "hello", "html_url": "https://github.com/shop/cart/issues/7#issuecomment-1", "user": {"login": "ann", "type": "User"}}""";

    private static readonly Answer Good = new(201, Comment);

    [Test]
    public async Task A_token_goes_into_a_header_and_versions_are_said()
    {
        await using var server = new LoopbackForge(_ => Good);
        using var client = new GitHubClient(server.Access());

        await client.CreateCommentAsync(7, "hello", CancellationToken.None);

        var asked = server.Asked.ShouldHaveSingleItem();
        asked.ToString().ShouldBe("POST repos/shop/cart/issues/7/comments");
        asked.Json["body"]!.GetValue<string>().ShouldBe("hello");
        asked.Header("Authorization").ShouldBe($"Bearer {LoopbackForge.Token}");
        asked.Header("Accept").ShouldBe("application/vnd.github+json, application/json");
        asked.Header("X-GitHub-Api-Version").ShouldBe("2022-11-28");
        asked.Header("User-Agent")!.ShouldStartWith("Pipelines/");
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(0)]
    public async Task A_fault_of_the_server_is_waited_out(int status)
    {
        var faults = 2;
        await using var server = new LoopbackForge(_ => faults-- > 0 ? new(status) : Good);
        using var client = new GitHubClient(server.Access());

        await client.UpdateCommentAsync(1, "hello", CancellationToken.None);

        server.Asked.Count.ShouldBe(3);
        server.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(1 + 2));
    }

    [Test]
    public async Task Patience_ends()
    {
        await using var server = new LoopbackForge(_ => new(500, """{"message": "broken"}"""));
        using var client = new GitHubClient(server.Access());

        var problem = await Should.ThrowAsync<ForgeException>(client.UpdateCommentAsync(1, "hello", CancellationToken.None));

        problem.Message.ShouldBe("GitHub refused PATCH repos/shop/cart/issues/comments/1: 500 broken.");
        problem.MayBeDone.ShouldBeTrue();
        server.Asked.Count.ShouldBe(4);
    }

    [TestCase(500)]
    [TestCase(0)]
    public async Task What_may_be_done_already_is_not_done_again(int status)
    {
        await using var server = new LoopbackForge(_ => new(status));
        using var client = new GitHubClient(server.Access());

        var problem = await Should.ThrowAsync<ForgeException>(client.CreateCommentAsync(7, "hello", CancellationToken.None));

        problem.MayBeDone.ShouldBeTrue();
        server.Asked.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_server_that_cannot_be_reached_is_tried_again_whatever_is_asked()
    {
        var server = new LoopbackForge(_ => Good);
        await server.DisposeAsync();
        using var client = new GitHubClient(server.Access());

        var problem = await Should.ThrowAsync<ForgeException>(client.CreateCommentAsync(7, "hello", CancellationToken.None));

        problem.Message.ShouldStartWith("GitHub did not answer POST repos/shop/cart/issues/7/comments: ");
        problem.Status.ShouldBeNull();
        server.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(1 + 2 + 4));
    }

    [Test]
    public async Task An_answer_that_does_not_come_is_no_answer()
    {
        using var blocked = new ManualResetEventSlim();
        await using var server = new LoopbackForge(_ =>
        {
            blocked.Wait(TimeSpan.FromSeconds(20));
            return Good;
        });
        using var client = new GitHubClient(server.Access() with { Patience = new() { Tries = 2, AnswerTime = TimeSpan.FromMilliseconds(50) } });

        var problem = await Should.ThrowAsync<ForgeException>(client.CreateCommentAsync(7, "hello", CancellationToken.None));
        blocked.Set();

        problem.MayBeDone.ShouldBeTrue();
    }

    [TestCase(429, "Retry-After=30", 30)]
    [TestCase(403, "Retry-After=30", 30)]
    [TestCase(503, "Retry-After=30", 30)]
    [TestCase(403, "x-ratelimit-remaining=0 x-ratelimit-reset=+40", 40)]
    [TestCase(429, "x-ratelimit-remaining=0 x-ratelimit-reset=+40", 40)]
    [TestCase(429, "RateLimit-Remaining=0 RateLimit-Reset=+40", 40)]
    [TestCase(429, "", 60)]
    public async Task Who_is_told_to_wait_waits_and_asks_again(int status, string headers, int seconds)
    {
        var limits = 1;
        LoopbackForge? self = null;
        await using var server = self = new LoopbackForge(_ => limits-- > 0 ? new(status, "{}", Headers(headers, self!.Time.GetUtcNow())) : Good);
        using var client = new GitHubClient(server.Access());

        await client.CreateCommentAsync(7, "hello", CancellationToken.None);

        server.Asked.Count.ShouldBe(2);
        server.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [TestCase("Retry-After=3600")]
    [TestCase("x-ratelimit-remaining=0 x-ratelimit-reset=+3600")]
    public async Task A_wait_that_is_too_long_is_told_at_once(string headers)
    {
        LoopbackForge? self = null;
        await using var server = self = new LoopbackForge(_ => new(403, """{"message": "API rate limit exceeded"}""", Headers(headers, self!.Time.GetUtcNow())));
        using var client = new GitHubClient(server.Access());

        var problem = await Should.ThrowAsync<ForgeException>(client.GetUserAsync(CancellationToken.None));

        problem.Message.ShouldBe("GitHub refused GET user: 403 API rate limit exceeded. It wants 3600 s without requests; at most 60 s are waited.");
        problem.IsLimit.ShouldBeTrue();
        server.Time.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [TestCase(403, "X-Accepted-GitHub-Permissions=issues=write;pull_requests=write", "refused POST repos/shop/cart/issues/7/comments: 403 no. The token needs the right issues=write;pull_requests=write.")]
    [TestCase(403, "x-ratelimit-remaining=12 x-ratelimit-reset=+40", "403 no. The token lacks the right to do this.")]
    [TestCase(401, "", "401 no. The token is not valid, or no longer.")]
    [TestCase(404, "", "404 no. It is not there, or the token may not see it.")]
    [TestCase(301, "Location=http://127.0.0.1:1/elsewhere", "301 no. It is elsewhere: correct the address or the name of the repository.")]
    [TestCase(422, "", "422 no.")]
    public async Task A_refusal_is_told_with_the_way_out_and_not_tried_again(int status, string headers, string expected)
    {
        await using var server = new LoopbackForge(_ => new(status, """{"message": "no"}""", Headers(headers, DateTimeOffset.UnixEpoch)));
        using var client = new GitHubClient(server.Access());

        var problem = await Should.ThrowAsync<ForgeException>(client.CreateCommentAsync(7, "hello", CancellationToken.None));

        problem.Message.ShouldEndWith(expected);
        problem.Status.ShouldBe((HttpStatusCode)status);
        problem.MayBeDone.ShouldBeFalse();
        server.Asked.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_line_break_behind_a_token_does_not_matter()
    {
        await using var server = new LoopbackForge(_ => Good);
        using var client = new GitHubClient(server.Access() with { Token = new($"{LoopbackForge.Token}\n") });

        await client.CreateCommentAsync(7, "hello", CancellationToken.None);

        server.Asked[0].Header("Authorization").ShouldBe($"Bearer {LoopbackForge.Token}");
    }

    [TestCase(" \n", "The token for GitHub is empty. Give the token alone.")]
    [TestCase("one\ntwo", "The token for GitHub is more than one word. Give the token alone.")]
    public void What_is_no_token_is_told_without_it(string token, string expected)
    {
        Should.Throw<DefinitionException>(() => new GitHubClient(new(new("http://127.0.0.1:1"), "shop/cart", new(token)))).Message.ShouldBe(expected);
    }

    [TestCase("{\"message\": \"bad TOKEN\"}")]
    [TestCase("<html>TOKEN</html>")]
    [TestCase("[\"TOKEN\"]")]
    public async Task A_token_that_comes_back_stands_in_no_message(string body)
    {
        await using var server = new LoopbackForge(_ => new(400, body.Replace("TOKEN", LoopbackForge.Token, StringComparison.Ordinal)));
        using var client = new GitHubClient(server.Access());

        var problem = await Should.ThrowAsync<ForgeException>(client.GetUserAsync(CancellationToken.None));

        problem.ToString().ShouldNotContain(LoopbackForge.Token);
        problem.Message.ShouldContain("***");
        server.Access().ToString().ShouldNotContain(LoopbackForge.Token);
    }

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"login\": null, \"type\": \"User\"}")]
    public async Task An_answer_that_cannot_be_read_is_told(string body)
    {
        await using var server = new LoopbackForge(_ => new(200, body));
        using var client = new GitHubClient(server.Access());

        (await Should.ThrowAsync<ForgeException>(client.GetUserAsync(CancellationToken.None))).Message.ShouldStartWith("GitHub answered GET user with something that cannot be read");
    }

    [Test]
    public async Task A_list_goes_on_to_its_last_page_and_never_to_another_server()
    {
        await using var server = new LoopbackForge(asked => asked.Path switch
        {
            "repos/shop/cart/issues/7/comments?per_page=100" => new(200, $"[{Comment}]", ("Link", "<http://127.0.0.1:1/repositories/9/issues/7/comments?per_page=100&page=2>; rel=\"next\", <http://127.0.0.1:1/x?page=3>; rel=\"last\"")),
            "repos/shop/cart/issues/7/comments?per_page=100&page=2" => new(200, $"[{Comment}, {Comment}]", ("Link", "<http://127.0.0.1:1/x?page=1>; rel=\"prev\", <http://127.0.0.1:1/x?per_page=100&page=3>; rel=\"next\"")),
            "repos/shop/cart/issues/7/comments?per_page=100&page=3" => new(200, $"[{Comment}]", ("Link", "<http://127.0.0.1:1/x?page=1>; rel=\"first\"")),
            _ => new(404),
        });
        using var client = new GitHubClient(server.Access());

        (await client.ListCommentsAsync(7, CancellationToken.None).CountAsync()).ShouldBe(4);
        (await client.ListCommentsAsync(7, CancellationToken.None).Take(1).CountAsync()).ShouldBe(1);
        server.Asked.Count.ShouldBe(4);
    }

    [Test]
    public async Task Cancelling_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new LoopbackForge(_ =>
        {
            stop.Cancel();
            return new(500);
        });
        using var client = new GitHubClient(server.Access());

        await Should.ThrowAsync<OperationCanceledException>(client.GetUserAsync(stop.Token));

        server.Asked.Count.ShouldBe(1);
    }

    private static (string Name, string Value)[] Headers(string text, DateTimeOffset now) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split('=', 2)).Select(header => (header[0], header[1].StartsWith('+')
            ? (now.ToUnixTimeSeconds() + int.Parse(header[1], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)
            : header[1])),
    ];
}
