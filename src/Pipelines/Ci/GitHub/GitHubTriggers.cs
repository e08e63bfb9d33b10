using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>The key <c>on</c>.</summary>
internal static class GitHubTriggers
{
    public static YamlNode.Map Of(PlannedWorkflow workflow)
    {
        var triggers = workflow.Settings.Triggers;
        var pushes = triggers.OfType<Trigger.Push>().ToList();
        var tags = triggers.OfType<Trigger.Tag>().SelectMany(tag => tag.Patterns).ToList();
        var schedules = triggers.OfType<Trigger.Schedule>().ToList();
        return YamlNode.Mapping(
            ("push", pushes.Count + tags.Count == 0 ? null : Filters(
                ("branches", pushes.SelectMany(push => push.Branches)), ("tags", tags), ("paths", pushes.SelectMany(push => push.Paths)))),
            ("pull_request", triggers.OfType<Trigger.PullRequest>().FirstOrDefault() is { } request ? Filters(
                ("types", workflow.StopsWhenClosed ? ["opened", "synchronize", "reopened", "closed"] : []), ("branches", request.Branches), ("paths", request.Paths)) : null),
            ("merge_group", workflow.Has<Trigger.MergeQueue>() ? Filters(("types", ["checks_requested"])) : null),
            ("schedule", schedules.Count == 0 ? null : YamlNode.List(schedules.Select(schedule => (YamlNode)YamlNode.Mapping(
                ("cron", YamlNode.Quoted(schedule.Cron)), ("timezone", schedule.TimeZone))))),
            ("workflow_dispatch", triggers.OfType<Trigger.Manual>().FirstOrDefault() is { } manual ? Inputs(manual.Inputs, called: false) : null),
            ("workflow_call", triggers.OfType<Trigger.Called>().FirstOrDefault() is { } called ? Inputs(called.Inputs, called: true) : null));
    }

    private static YamlNode.Map Filters(params ReadOnlySpan<(string Key, IEnumerable<string> Values)> filters)
    {
        var map = new YamlNode.Map([]);
        foreach (var (key, values) in filters)
        {
            map = map.With((key, values.Any() ? YamlNode.Inline(values) : null));
        }
        return map;
    }

    private static YamlNode.Map Inputs(ImmutableArray<Input> inputs, bool called) => inputs.IsEmpty
        ? new YamlNode.Map([])
        : YamlNode.Mapping(("inputs", new YamlNode.Map([.. inputs.Select(input => new YamlNode.Entry(input.Name, Of(input, called)))])));

    private static YamlNode.Map Of(Input input, bool called)
    {
        var isChoice = !called && !input.Options.IsEmpty;
        return YamlNode.Mapping(
            ("description", input.Description.Length == 0 ? JobName.Words(input.Name) : input.Description),
            ("type", input.IsFlag ? "boolean" : isChoice ? "choice" : "string"),
            ("options", isChoice ? YamlNode.List(input.Options) : null),
            ("required", input.Required),
            ("default", input.IsFlag ? input.Default == "true" : input.Default.Length == 0 ? null : input.Default));
    }
}
