using System.Buffers;
using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.Safety;

/// <summary>What no linter refuses in a GitHub workflow, and an attacker or an accident would use; raw pieces are looked at like all others.</summary>
internal static class GitHubSafety
{
    private const int LengthOfSha = 40;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    // They run with the repository's own rights on what anybody may send.
    private static readonly HashSet<string> DangerousTriggers = new(["pull_request_target", "workflow_run", "issue_comment"], StringComparer.Ordinal);

    /// <summary>Every finding of a workflow, in the order of the file; empty when it is safe.</summary>
    public static ImmutableArray<SafetyFinding> Check(YamlNode.Map workflow)
    {
        var top = new Place("", workflow);
        return [.. Triggers(top["on"]), .. Rights(top), .. Expressions(top), .. top["jobs"].Entries.SelectMany(job => Job(job.Value))];
    }

    private static IEnumerable<SafetyFinding> Triggers(Place on) => on.Entries.Concat(on.Items.Select(item => (Key: item.Text ?? "", Value: item)))
        .Where(trigger => DangerousTriggers.Contains(trigger.Key))
        .Select(trigger => new SafetyFinding("dangerous-triggers", trigger.Value.Path, trigger.Key, "Use pull_request, which has neither secrets nor rights to write."));

    private static IEnumerable<SafetyFinding> Rights(Place top)
    {
        const string Fix = "Write 'permissions: {}' at the top, and what a job needs at the job.";
        var rights = top["permissions"];
        if (rights.Node is not YamlNode.Map)
        {
            yield return rights.Is("excessive-permissions", Fix);
        }

        foreach (var (_, right) in rights.Entries.Where(entry => entry.Value.Text == "write"))
        {
            yield return right.Is("excessive-permissions", Fix);
        }
    }

    private static IEnumerable<SafetyFinding> Expressions(Place top) => top.All
        .Where(place => ExpressionsOf(place.Text ?? "").Any(expression => expression.Contains("toJSON(secrets)", StringComparison.OrdinalIgnoreCase)))
        .Select(place => place.Is("overprovisioned-secrets", "Name each secret that is needed."));

    // What stands in quotes ends no expression, and what stands around one is none.
    private static IEnumerable<string> ExpressionsOf(string text)
    {
        for (var (at, end) = (text.IndexOf("${{", StringComparison.Ordinal), 0); at >= 0; at = text.IndexOf("${{", end, StringComparison.Ordinal))
        {
            var quoted = false;
            for (end = at + 3; end < text.Length && (quoted || !text.AsSpan(end).StartsWith("}}")); end++)
            {
                quoted ^= text[end] == '\'';
            }
            yield return text[at..end];
        }
    }

    private static IEnumerable<SafetyFinding> Job(Place job)
    {
        var calls = job["uses"].Text is not null;
        if (!calls && job["timeout-minutes"].Node is null)
        {
            yield return job["timeout-minutes"].Is("missing-timeout", "Give the job a limit; without one it may run for six hours.");
        }

        if (job["permissions"].Text is "write-all")
        {
            yield return job["permissions"].Is("excessive-permissions", "Name the rights that the job needs.");
        }

        if (job["permissions"]["id-token"].Text is "write" && job["environment"].Node is null && !calls)
        {
            yield return job["permissions"]["id-token"].Is("identity-without-environment", "Give the job an environment, so that its rules decide who may take on the identity.");
        }

        if (job["secrets"].Text is "inherit")
        {
            yield return job["secrets"].Is("secrets-inherit", "Hand over by name the secrets that the called workflow needs.");
        }

        var values = job["env"].Entries.Select(entry => entry.Value).Where(value => value.Text?.Contains("secrets.", StringComparison.Ordinal) == true);
        foreach (var finding in Uses(job)
            .Concat(job["runs-on"].Items.Where(label => label.Text?.EndsWith("-latest", StringComparison.Ordinal) == true).Select(label => label.Is("moving-runner", "Name the version of the image.")))
            .Concat(values.Select(value => value.Is("secrets-outside-step", "Give the secret to the steps that need it.")))
            .Concat(job["steps"].Items.SelectMany(step => Step(step, job))))
        {
            yield return finding;
        }
    }

    private static IEnumerable<SafetyFinding> Step(Place step, Place job)
    {
        foreach (var script in new[] { step["run"], step["with"]["script"] }.Where(script => script.Text?.Contains("${{", StringComparison.Ordinal) == true))
        {
            yield return script.Is("template-injection", "Put the value into 'env' of the step, and read the variable in quotes.");
        }

        if (step["env"]["ACTIONS_ALLOW_UNSECURE_COMMANDS"].Text is "true")
        {
            yield return step["env"]["ACTIONS_ALLOW_UNSECURE_COMMANDS"].Is("insecure-commands", "Write to GITHUB_ENV and GITHUB_PATH instead.");
        }

        foreach (var finding in Uses(step))
        {
            yield return finding;
        }

        if (Names(step, "actions/checkout") && step["with"]["persist-credentials"].Text is not "false")
        {
            yield return step["with"]["persist-credentials"].Is("artipacked", "Write 'persist-credentials: false'; otherwise the token stays in the working copy and in what is uploaded of it.");
        }

        if (Names(step, "actions/cache") && job["environment"].Node is not null)
        {
            yield return step["uses"].Is("cache-poisoning", "Leave caches out of jobs that deploy; anybody's branch may have filled them.");
        }
    }

    private static bool Names(Place step, string action) =>
        step["uses"].Text is { } uses && (uses.StartsWith($"{action}@", StringComparison.Ordinal) || uses.StartsWith($"{action}/", StringComparison.Ordinal));

    private static IEnumerable<SafetyFinding> Uses(Place place)
    {
        if (place["uses"].Text is { } uses && !uses.StartsWith("./", StringComparison.Ordinal) && !IsPinned(uses))
        {
            yield return place["uses"].Is("unpinned-uses", "Name the commit with its 40 digits, and the version in a comment behind it.");
        }
    }

    private static bool IsPinned(string uses)
    {
        if (uses.StartsWith("docker://", StringComparison.Ordinal))
        {
            return uses.Contains("@sha256:", StringComparison.Ordinal);
        }

        var reference = uses.AsSpan(uses.LastIndexOf('@') + 1);
        return reference.Length == LengthOfSha && reference.IndexOfAnyExcept(Hex) < 0;
    }
}
