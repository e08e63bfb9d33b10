using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.Safety;

/// <summary>What no linter refuses in a GitLab pipeline, and an attacker or an accident would use; raw pieces are looked at like all others.</summary>
internal static class GitLabSafety
{
    // What stands at the top beside jobs.
    private static readonly HashSet<string> NotJobs = new(
        ["default", "include", "stages", "variables", "workflow", "spec", "image", "services", "cache", "before_script", "after_script"], StringComparer.Ordinal);

    /// <summary>Every finding of a pipeline, in the order of the file; empty when it is safe.</summary>
    public static ImmutableArray<SafetyFinding> Check(YamlNode.Map pipeline)
    {
        var top = new Place("", pipeline);
        return
        [
            .. Includes(top["include"]),
            .. Variables(top["variables"]),
            .. Images(top),
            .. Images(top["default"]),
            .. top.Entries.Where(entry => entry.Value.Node is YamlNode.Map && !NotJobs.Contains(entry.Key)).SelectMany(entry => Job(entry.Value)),
        ];
    }

    private static IEnumerable<SafetyFinding> Includes(Place include)
    {
        foreach (var item in include.Node is YamlNode.Map ? [include] : include.Items)
        {
            if (item["remote"].Node is not null && item["integrity"].Node is null)
            {
                yield return item["remote"].Is("unpinned-include", "Add 'integrity', the hash of what is included.");
            }

            if (item["project"].Node is not null && item["ref"].Node is null)
            {
                yield return item["project"].Is("unpinned-include", "Add 'ref' with a commit or a protected tag.");
            }

            if (item["component"].Text is { } component && (!component.Contains('@', StringComparison.Ordinal) || component.EndsWith("@~latest", StringComparison.Ordinal)))
            {
                yield return item["component"].Is("unpinned-include", "Name the exact version of the component.");
            }
        }
    }

    private static IEnumerable<SafetyFinding> Variables(Place variables) => variables["CI_DEBUG_TRACE"].Text is { } trace && trace != "false"
        ? [variables["CI_DEBUG_TRACE"].Is("debug-enabled", "Leave it out: it prints every secret into the log.")]
        : [];

    private static IEnumerable<SafetyFinding> Job(Place job)
    {
        // A job that starts with a dot is a piece of others, which have what it lacks.
        var isPiece = job.Path.StartsWith('.');
        if (!isPiece && job["trigger"].Node is null && job["timeout"].Node is null)
        {
            yield return job["timeout"].Is("missing-timeout", "Give the job a limit.");
        }

        var environment = job["environment"];
        var deploys = environment.Node is not null && environment["action"].Text is not ("stop" or "verify" or "access" or "prepare");
        if (!isPiece && deploys && job["resource_group"].Node is null)
        {
            yield return environment.Is("deploy-without-resource-group", "Give the job a resource_group, so that two deploys do not run at once.");
        }

        var scripts = new[] { job["before_script"], job["script"], job["after_script"] }.SelectMany(script => script.All).Where(line => line.Text is not null);
        foreach (var finding in Images(job).Concat(Variables(job["variables"])).Concat(scripts.SelectMany(Script)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<SafetyFinding> Images(Place place)
    {
        IEnumerable<Place> images = [place["image"], place["image"]["name"], .. place["services"].Items.SelectMany(IEnumerable<Place> (service) => [service, service["name"]])];
        return images.Where(image => image.Text?.Contains('$', StringComparison.Ordinal) == true)
            .Select(image => image.Is("image-by-variable", "Name the image: whoever sets the variable chooses what runs with the job's secrets."));
    }

    private static IEnumerable<SafetyFinding> Script(Place line) => ShellLine.Untrusted
        .Where(name => ShellLine.IsBare(line.Text!, name))
        .Select(name => line.Is("untrusted-words", $"Write \"${name}\" in double quotes, and never in eval."));
}
