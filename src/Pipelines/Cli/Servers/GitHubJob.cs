using System.Globalization;
using System.Text.Json;

namespace Pipelines.Cli.Servers;

/// <summary>Reads a job of GitHub Actions: its variables, and the file with the event that started it.</summary>
internal static class GitHubJob
{
    public static ServerJob Read(ServerVariables variables)
    {
        var repository = variables.Text("GITHUB_REPOSITORY");
        var isTag = variables["GITHUB_REF_TYPE"] == "tag";
        var change = Change(variables, repository);
        return new(Host.GitHub, repository, variables.Text("GITHUB_SHA"))
        {
            Branch = isTag ? null : change?.Source ?? variables["GITHUB_REF_NAME"],
            Tag = isTag ? variables["GITHUB_REF_NAME"] : null,
            Change = change,
            Event = variables.Text("GITHUB_EVENT_NAME"),
            Workflow = variables.Text("GITHUB_WORKFLOW"),
            Run = variables.Text("GITHUB_RUN_ID"),
            Attempt = variables.Number("GITHUB_RUN_ATTEMPT") ?? 1,
            Name = variables.Text("GITHUB_JOB"),
            Shard = Shard(variables["SHARD"]),
            Page = variables.Address("GITHUB_SERVER_URL") is { } server && variables["GITHUB_RUN_ID"] is { } run ? new(server, $"{repository}/actions/runs/{run}") : null,
            Api = variables.Address("GITHUB_API_URL"),
        };
    }

    // GITHUB_REF has the number too, but no longer once the pull request is merged.
    private static ChangeRequest? Change(ServerVariables variables, string repository)
    {
        using var happened = Event(variables["GITHUB_EVENT_PATH"]);
        if (happened?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("pull_request", out var pull)
            && pull.ValueKind == JsonValueKind.Object && pull.TryGetProperty("number", out var known)
            && known.ValueKind == JsonValueKind.Number && known.TryGetInt32(out var number))
        {
            var from = Text(pull, "head", "repo", "full_name");
            return new(number, Text(pull, "head", "sha"), Text(pull, "head", "ref"), Text(pull, "base", "ref"))
            {
                IsOfFork = !from.Equals(repository, StringComparison.OrdinalIgnoreCase),
            };
        }
        return variables["GITHUB_REF"]?.Split('/') is ["refs", "pull", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            ? new(number, variables.Text("GITHUB_SHA"), variables.Text("GITHUB_HEAD_REF"), variables.Text("GITHUB_BASE_REF"))
            : null;
    }

    private static JsonDocument? Event(string? file)
    {
        try
        {
            return file is not null && File.Exists(file) ? JsonDocument.Parse(File.ReadAllBytes(file)) : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            // The variables say nearly as much.
            return null;
        }
    }

    private static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
    }

    // GitHub tells a machine nothing of the others; this is how the files that we write say it.
    private static JobShard? Shard(string? text) =>
        text?.Split('/') is [var index, var total] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var all) && all > 1 ? new(first, all) : null;
}
