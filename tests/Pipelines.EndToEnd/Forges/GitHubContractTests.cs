using System.Net;
using NUnit.Framework;
using Pipelines.Forges.GitHub;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Forges;

/// <summary>Every request of the client is one that GitHub describes, and every answer is read. Fields that GitHub does not know are refused too.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the checkers run")]
public sealed class GitHubContractTests : IDisposable
{
    private const string Commit = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

    private readonly ScratchFolder _folder = new();
    private Prism? _github;
    private GitHubClient? _client;

    private GitHubClient Client => _client!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _github = await Prism.StartAsync(_folder);
        _client = new(new(_github.Address, "octocat/Hello-World", new("ghs_no-one-asks-for-it")) { Patience = new() { Tries = 2, FirstWait = TimeSpan.FromMilliseconds(1) } });
    }

    public void Dispose()
    {
        _client?.Dispose();
        _github?.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task A_wrong_request_is_refused_so_that_the_server_can_be_trusted()
    {
        using var http = new HttpClient();
        var repository = new Uri(_github!.Address, "repos/octocat/Hello-World/");
        using var unknown = Json("""{"body": "hello", "colour": "red"}""");
        using var wrong = Json("""{"state": "finished"}""");

        using var comment = await http.PostAsync(new Uri(repository, "issues/7/comments"), unknown);
        using var status = await http.PostAsync(new Uri(repository, "deployments/1/statuses"), wrong);
        using var nowhere = await http.GetAsync(new Uri(repository, "colours"));

        comment.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        status.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Comments()
    {
        var comments = await Client.ListCommentsAsync(1347, CancellationToken.None).ToListAsync();
        var written = await Client.CreateCommentAsync(1347, "Plan", CancellationToken.None);
        var again = await Client.UpdateCommentAsync(written.Id, "Result", CancellationToken.None);

        comments[0].ShouldBe(again);
        (written.Id, written.Body, written.User).ShouldBe((1, "Me too", new("octocat", "User")));
    }

    [Test]
    public async Task Who_the_token_is_of()
    {
        (await Client.GetUserAsync(CancellationToken.None))!.Login.ShouldBe("octocat");
    }

    [Test]
    public async Task Pull_requests_of_a_commit()
    {
        var pulls = await Client.ListPullRequestsAsync(Commit, CancellationToken.None).ToListAsync();

        (pulls[0].Number, pulls[0].State, pulls[0].MergeCommitSha).ShouldBe((1347, "open", "e5bd3914e2e596debea16f433f57875b5b90bcd6"));
    }

    [Test]
    public async Task Deployments()
    {
        var recorded = await Client.CreateDeploymentAsync(new("topic-branch", "production") { Description = "1.2.3" }, CancellationToken.None);
        var listed = await Client.ListDeploymentsAsync("production", CancellationToken.None).ToListAsync();

        (recorded.Id, recorded.Sha, recorded.Environment).ShouldBe((1, "a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d", "production"));
        listed[0].ShouldBe(recorded);
    }

    [TestCaseSource(nameof(States))]
    public async Task Statuses_of_a_deployment(GitHubDeploymentState state)
    {
        var status = await Client.CreateStatusAsync(
            1,
            new(state) { Description = "Deployment finished", LogUrl = new("https://github.com/octocat/Hello-World/actions/runs/1"), EnvironmentUrl = new("https://shop.example/") },
            CancellationToken.None);

        (await Client.ListStatusesAsync(1, CancellationToken.None).ToListAsync())[0].ShouldBe(status);
        status.State.ShouldBe("success");
    }

    [TestCaseSource(nameof(Conclusions))]
    public async Task Checks(GitHubConclusion? conclusion)
    {
        var check = new GitHubCheck("Compile", Commit, "Two warnings", "They stand beside the lines.")
        {
            Conclusion = conclusion,
            Details = new("https://github.com/octocat/Hello-World/actions/runs/1"),
            Annotations = [.. Enum.GetValues<GitHubAnnotationLevel>().Select(level => new GitHubAnnotation("src/Cart.cs", 3, 4, level, "Unused") { Title = "CS0168" })],
        };

        var run = await Client.CreateCheckAsync(check, CancellationToken.None);
        var after = await Client.UpdateCheckAsync(run.Id, check, CancellationToken.None);

        run.Id.ShouldBe(4);
        after.Id.ShouldBe(4);
    }

    [Test]
    public async Task More_annotations_than_GitHub_takes_at_once()
    {
        var check = new GitHubCheck("Compile", Commit, "Many warnings", "They stand beside the lines.")
        {
            Annotations = [.. Enumerable.Range(1, 120).Select(line => new GitHubAnnotation("src/Cart.cs", line, line, GitHubAnnotationLevel.Warning, "Unused"))],
        };

        (await Client.CreateCheckAsync(check, CancellationToken.None)).Id.ShouldBe(4);
    }

    private static GitHubDeploymentState[] States() => Enum.GetValues<GitHubDeploymentState>();

    private static IEnumerable<GitHubConclusion?> Conclusions() => Enum.GetValues<GitHubConclusion>().Cast<GitHubConclusion?>().Append(null);

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
}
