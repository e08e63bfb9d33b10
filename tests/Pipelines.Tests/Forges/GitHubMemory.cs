using System.Text.Json.Nodes;

namespace Pipelines.Tests.Forges;

/// <summary>A repository of GitHub as its documentation has it, with one pull request, 7. The contract tests ask GitHub's own description whether requests are right.</summary>
internal sealed class GitHubMemory
{
    private const string Repository = "repos/shop/cart/";
    private long _id = 100;

    public List<JsonObject> Comments { get; } = [];

    public List<JsonObject> Deployments { get; } = [];

    /// <summary>Statuses by deployment, newest first.</summary>
    public Dictionary<long, List<JsonObject>> Statuses { get; } = [];

    /// <summary>Who the token is of; null for that of a job.</summary>
    public string? User { get; set; }

    /// <summary>Answers in place of the memory, such as a fault.</summary>
    public Func<Asked, Answer?> Instead { get; set; } = _ => null;

    public Answer Answer(Asked asked)
    {
        if (Instead(asked) is { } other)
        {
            return other;
        }
        var path = asked.Path.Split('?')[0];
        return (asked.Method, path.StartsWith(Repository, StringComparison.Ordinal) ? path[Repository.Length..].Split('/') : [path]) switch
        {
            ("GET", ["user"]) => User is null ? new(403, """{"message": "Resource not accessible by integration"}""") : new(200, $$"""{"login": "{{User}}", "type": "User"}"""),
            ("GET", ["commits", "c0ffee", "pulls"]) => new(200, """
                [
                  {"number": 9, "state": "open", "merged_at": null, "merge_commit_sha": "1234"},
                  {"number": 7, "state": "closed", "merged_at": "2030-01-01T00:00:00Z", "merge_commit_sha": "c0ffee"},
                  {"number": 8, "state": "closed", "merged_at": "2030-01-01T00:00:00Z", "merge_commit_sha": "5678"}
                ]
                """),
            ("GET", ["commits", _, "pulls"]) => new(200, "[]"),
            ("GET", ["issues", "7", "comments"]) => List(Comments),
            ("POST", ["issues", "7", "comments"]) => Add(Comments, Comment(asked.Json["body"]!.GetValue<string>(), User ?? "github-actions[bot]", User is null ? "Bot" : "User")),
            ("PATCH", ["issues", "comments", var id]) => Change(id, asked),
            ("GET", ["deployments"]) => List(Enumerable.Reverse(Deployments)),
            ("POST", ["deployments"]) => Add(Deployments, Deployment(asked.Json["environment"]!.GetValue<string>(), asked.Json["ref"]!.GetValue<string>())),
            ("GET", ["deployments", var id, "statuses"]) => List(Of(id)),
            ("POST", ["deployments", var id, "statuses"]) => Status(Of(id), asked.Json.AsObject()),
            _ => new(404, """{"message": "Not Found"}"""),
        };
    }

    public JsonObject Comment(string body, string login, string type) => new()
    {
        ["id"] = _id++,
        ["body"] = body,
        ["html_url"] = "https://github.com/shop/cart/pull/7#issuecomment-1",
        ["user"] = new JsonObject { ["login"] = login, ["type"] = type },
    };

    public JsonObject Deployment(string environment, string commit) => new()
    {
        ["id"] = _id++,
        ["sha"] = commit,
        ["ref"] = commit,
        ["environment"] = environment,
        ["created_at"] = "2030-01-01T00:00:00Z",
    };

    private List<JsonObject> Of(string id)
    {
        var number = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        return Statuses.TryGetValue(number, out var known) ? known : Statuses[number] = [];
    }

    private Answer Status(List<JsonObject> statuses, JsonObject said)
    {
        var status = said.DeepClone().AsObject();
        status["id"] = _id++;
        statuses.Insert(0, status);
        return new(201, status.ToJsonString());
    }

    private Answer Change(string id, Asked asked)
    {
        if (Comments.Find(comment => comment["id"]!.ToJsonString() == id) is not { } found)
        {
            return new(404, """{"message": "Not Found"}""");
        }
        found["body"] = asked.Json["body"]!.GetValue<string>();
        return new(200, found.ToJsonString());
    }

    private static Answer Add(List<JsonObject> all, JsonObject item)
    {
        all.Add(item);
        return new(201, item.ToJsonString());
    }

    private static Answer List(IEnumerable<JsonObject> items) => new(200, new JsonArray([.. items.Select(item => item.DeepClone())]).ToJsonString());
}
