using System.Text.Json.Nodes;

namespace Pipelines.Tests.Forges;

/// <summary>
/// A project of GitLab with one merge request, 7, as its documentation has it (REST API: notes, commits, deployments; pages of two). GitLab's own description of the API
/// is in no package registry, so that nothing but the documentation stands behind this.
/// </summary>
internal sealed class GitLabMemory
{
    private const string Project = "projects/shop%2Fteam%2Fcart/";
    private const int PageSize = 2;
    private long _id = 100;

    public List<JsonObject> Notes { get; } = [];

    public List<JsonObject> Deployments { get; } = [];

    public Answer Answer(Asked asked)
    {
        if (asked.Header("PRIVATE-TOKEN") != LoopbackForge.Token)
        {
            return new(401, """{"message": "401 Unauthorized"}""");
        }
        var path = asked.Path.Split('?')[0];
        return (asked.Method, path.StartsWith(Project, StringComparison.Ordinal) ? path[Project.Length..].Split('/') : [path]) switch
        {
            ("GET", ["user"]) => new(200, """{"id": 5, "username": "project_1_bot"}"""),
            ("GET", ["repository", "commits", "c0ffee", "merge_requests"]) => new(200, """[{"iid": 9, "state": "opened"}, {"iid": 7, "state": "merged"}, {"iid": 8, "state": "closed"}]"""),
            ("GET", ["merge_requests", "7", "notes"]) => Page(Notes, asked.Path),
            ("POST", ["merge_requests", "7", "notes"]) => Add(Notes, Note(asked.Json["body"]!.GetValue<string>(), 5)),
            ("PUT", ["merge_requests", "7", "notes", var id]) => Change(Notes, id, "body", asked),
            ("POST", ["deployments"]) => Record(asked.Json.AsObject()),
            ("PUT", ["deployments", var id]) => Change(Deployments, id, "status", asked),
            ("POST", ["statuses", "c0ffee"]) => new(201, $$"""{"id": 3, "status": "{{asked.Json["state"]}}", "name": "{{asked.Json["name"]}}"}"""),
            _ => new(404, """{"message": "404 Not Found"}"""),
        };
    }

    public JsonObject Note(string body, long author, bool isOfSystem = false) => new()
    {
        ["id"] = _id++,
        ["body"] = body,
        ["author"] = new JsonObject { ["id"] = author, ["username"] = $"user{author}" },
        ["system"] = isOfSystem,
    };

    private Answer Record(JsonObject said)
    {
        foreach (var field in new[] { "environment", "sha", "ref", "tag", "status" })
        {
            if (said[field] is null)
            {
                return new(400, $$"""{"error": "{{field}} is missing"}""");
            }
        }
        var deployment = said.DeepClone().AsObject();
        deployment["id"] = _id++;
        return Add(Deployments, deployment);
    }

    private static Answer Add(List<JsonObject> all, JsonObject item)
    {
        all.Add(item);
        return new(201, item.ToJsonString());
    }

    private static Answer Change(List<JsonObject> all, string id, string field, Asked asked)
    {
        if (all.Find(item => item["id"]!.ToJsonString() == id) is not { } found)
        {
            return new(404, """{"message": "404 Not found"}""");
        }
        found[field] = asked.Json[field]!.GetValue<string>();
        return new(200, found.ToJsonString());
    }

    private static Answer Page(List<JsonObject> all, string path)
    {
        var page = path.Split('&').FirstOrDefault(part => part.StartsWith("page=", StringComparison.Ordinal)) is { } said ? int.Parse(said["page=".Length..], System.Globalization.CultureInfo.InvariantCulture) : 1;
        var items = new JsonArray([.. all.Skip((page - 1) * PageSize).Take(PageSize).Select(item => item.DeepClone())]);
        return new(200, items.ToJsonString(), ("X-Next-Page", page * PageSize < all.Count ? $"{page + 1}" : ""));
    }
}
