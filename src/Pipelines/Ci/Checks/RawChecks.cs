using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipelines.Ci.GitHub;
using Pipelines.Ci.Safety;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.Checks;

/// <summary>What authors write in a system's own words is held to the same rules.</summary>
internal static class RawChecks
{
    private static readonly ImmutableArray<string> Dangerous = ["pull_request_target", "workflow_run", "issue_comment"];

    public static IEnumerable<CiFinding> Of(Checked plan) =>
        [.. plan.Plan.Workflows.SelectMany(Workflow), .. plan.Jobs.SelectMany(entry => Job(entry.Job, entry.Subject))];

    private static IEnumerable<CiFinding> Workflow(PlannedWorkflow workflow)
    {
        if (workflow.Settings.GitHub is not { } raw)
        {
            yield break;
        }
        foreach (var trigger in Texts(raw["on"]).Concat(Keys(raw["on"])).Where(trigger => Dangerous.Contains(trigger, StringComparer.Ordinal)))
        {
            yield return CiRule.Dangerous.At(workflow.Name, $"'{trigger}' runs with the rights of the trunk on what a stranger sent. Use Trigger.PullRequest, and a job of the trunk for what needs rights.");
        }
        foreach (var finding in Rights(raw, workflow.Name))
        {
            yield return finding;
        }
    }

    private static IEnumerable<CiFinding> Job(PlannedJob job, string subject)
    {
        var steps = job.Settings.GitHubSteps.Concat((job.Settings.GitHub?["steps"] as YamlNode.Sequence)?.Items.OfType<YamlNode.Map>() ?? []);
        foreach (var step in steps)
        {
            if (step["uses"] is YamlNode.Scalar { Text: var uses } && !ActionPins.IsPinned(uses) && ActionPins.Of([]).Find(uses) is null)
            {
                yield return CiRule.Pin.At(subject, $"'{uses}' is a tag or branch, which its owner can move. Write {uses.Split('@')[0]}@ and the 40 digits of a commit.");
            }
            if (step["run"] is YamlNode.Scalar { Text: var run } && run.Contains("${{", StringComparison.Ordinal))
            {
                yield return CiRule.Injection.At(subject, $"'{run.Split('\n').First(line => line.Contains("${{", StringComparison.Ordinal)).Trim()}' puts a value into a shell line, which runs what the value says. Give it to the step by env, and write \"$NAME\".");
            }
        }
        foreach (var line in job.Settings.GitLabScript)
        {
            if (ShellLine.Untrusted.FirstOrDefault(name => ShellLine.IsBare(line, name)) is { } name)
            {
                yield return CiRule.Injection.At(subject, $"'{line}' uses {name}, which strangers write, outside of quotes. Write \"${name}\".");
            }
        }
        foreach (var finding in job.Settings.GitHub is { } github ? Rights(github, subject) : [])
        {
            yield return finding;
        }
        foreach (var key in Keys(job.Settings.GitLab).Where(key => key is "only" or "except" or "when" or "start_in"))
        {
            yield return CiRule.RawGitLab.At(subject, $"GitLab refuses '{key}' beside the rules that are written. Use When and Start.");
        }
        if (job.Settings.GitLab?["coverage"] is YamlNode.Scalar { Text: var pattern } && !(pattern is ['/', .., '/'] && IsPattern(pattern[1..^1])))
        {
            yield return CiRule.RawGitLab.At(subject, $"The coverage pattern '{pattern}' cannot be read. Write an expression between slashes.");
        }
        foreach (var condition in new[] { job.Settings.When }.OfType<Condition.Raw>().Where(condition => condition.GitLab.Split('/') is [_, var expression, ..] && !IsPattern(expression)))
        {
            yield return CiRule.RawGitLab.At(subject, $"The pattern in '{condition.GitLab}' cannot be read.");
        }
    }

    private static IEnumerable<CiFinding> Rights(YamlNode.Map raw, string subject)
    {
        if (raw["permissions"] is YamlNode.Scalar { Text: "write-all" or "read-all" } all)
        {
            yield return CiRule.Rights.At(subject, $"'{all.Text}' gives the token every right. Name those that are needed in Permissions.");
        }
        if (Texts(raw["secrets"]).Contains("inherit", StringComparer.Ordinal))
        {
            yield return CiRule.Secret.At(subject, "'secrets: inherit' hands over every secret. Name those that are needed.");
        }
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Keys(YamlNode? node) => node is YamlNode.Map map ? map.Entries.Select(entry => entry.Key) : [];

    private static IEnumerable<string> Texts(YamlNode? node) => node switch
    {
        YamlNode.Scalar scalar => [scalar.Text],
        YamlNode.Sequence sequence => sequence.Items.SelectMany(Texts),
        _ => [],
    };
}
