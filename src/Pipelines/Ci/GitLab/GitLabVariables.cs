using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitLab;

/// <summary>Variables of the file and of jobs.</summary>
internal static class GitLabVariables
{
    /// <summary>Of all jobs, and the form that a person fills in.</summary>
    public static YamlNode.Map Of(CiPlan plan)
    {
        var map = YamlNode.Mapping(("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"));
        if (plan.Workflows.SelectMany(workflow => workflow.Jobs).Any(job => job.Caches.Contains(Cache.NuGet)))
        {
            map = map.With(("NUGET_PACKAGES", "$CI_PROJECT_DIR/.nuget/packages"));
        }
        var byHand = plan.Workflows.Where(workflow => workflow.Has<Trigger.Manual>() || workflow.Has<Trigger.Schedule>()).ToList();
        if (byHand.Count > 0)
        {
            map = map.With((GitLabRules.Workflow, Form("What to run", "", ["", .. byHand.Select(workflow => workflow.Id)])));
        }
        foreach (var input in byHand.SelectMany(workflow => workflow.Inputs).DistinctBy(input => input.Name, StringComparer.Ordinal))
        {
            map = map.With((GitLabExpression.InputName(input.Name), Form(Said(input, byHand), Value(input), Options(input))));
        }
        return map;
    }

    /// <summary>Of one job.</summary>
    public static ImmutableSortedDictionary<string, string> Of(PlannedWorkflow workflow, PlannedJob job)
    {
        var variables = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        variables.AddRange(ServiceVariables.Of(job, service => service.Name).Select(pair => KeyValuePair.Create(pair.Key, GitLabExpression.Escaped(pair.Value))));
        foreach (var (name, value) in workflow.Settings.Variables.SetItems(job.Settings.Variables).SetItems(CommandLine.Variables(job)))
        {
            // What has the name already needs not be given it.
            if (GitLabExpression.Text(value) is var text && text != $"${name}")
            {
                variables[name] = text;
            }
        }
        if (job.Settings.FullHistory)
        {
            variables["GIT_DEPTH"] = "0";
        }
        if (job.Caches.Contains(Cache.Targets))
        {
            variables["PIPELINES_CACHE"] = Cache.Targets.Paths[0];
        }
        return variables.ToImmutable();
    }

    private static YamlNode.Map Form(string description, string value, ImmutableArray<string> options) =>
        YamlNode.Mapping(("description", description), ("value", value), ("options", options.IsEmpty ? null : YamlNode.Inline(options)));

    private static string Said(Input input, List<PlannedWorkflow> workflows) =>
        $"{(input.Description.Length == 0 ? JobName.Words(input.Name) : input.Description)} ({string.Join(", ", workflows.Where(workflow => workflow.Inputs.Any(other => other.Name == input.Name)).Select(workflow => workflow.Id))})";

    private static ImmutableArray<string> Options(Input input) => input.IsFlag ? ["false", "true"] : input.Options;

    // One of the options has to be there from the start.
    private static string Value(Input input) => input.Default.Length == 0 && !input.Options.IsEmpty ? input.Options[0] : input.Default;
}
