using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>The key <c>on</c>.</summary>
internal static class GitHubTriggers
{
    public static YamlNode.Map Of(PlannedWorkflow workflow)
    {
        var triggers = workflow.Settings.Triggers;
        var pushes = triggers.OfType<Trigger.Push>().ToList();
        var requests = triggers.OfType<Trigger.PullRequest>().ToList();
        var tags = triggers.OfType<Trigger.Tag>().SelectMany(tag => tag.Patterns).ToList();
        var schedules = triggers.OfType<Trigger.Schedule>().ToList();
        return YamlNode.Mapping(
            ("push", pushes.Count + tags.Count == 0 ? null : Filters(
                ("branches", Branches(pushes, tags)), ("tags", tags), ("paths", pushes.SelectMany(push => push.Paths).Distinct(StringComparer.Ordinal)))),
            ("pull_request", requests.Count == 0 ? null : Filters(
                ("types", workflow.StopsWhenClosed ? ["opened", "synchronize", "reopened", "closed"] : []),
                ("branches", requests.Exists(request => request.Branches.IsEmpty) ? [] : requests.SelectMany(request => request.Branches).Distinct(StringComparer.Ordinal)),
                ("paths", requests.SelectMany(request => request.Paths).Distinct(StringComparer.Ordinal)))),
            ("merge_group", workflow.Has<Trigger.MergeQueue>() ? Filters(("types", ["checks_requested"])) : null),
            ("schedule", schedules.Count == 0 ? null : YamlNode.List(schedules.Select(schedule => (YamlNode)YamlNode.Mapping(
                ("cron", YamlNode.Quoted(schedule.Cron)), ("timezone", schedule.TimeZone))))),
            ("workflow_dispatch", workflow.Has<Trigger.Manual>() ? Inputs(triggers.OfType<Trigger.Manual>().SelectMany(manual => manual.Inputs), called: false) : null),
            ("workflow_call", workflow.Has<Trigger.Called>() ? Inputs(triggers.OfType<Trigger.Called>().SelectMany(called => called.Inputs), called: true) : null));
    }

    // Where tags are named and branches are not, GitHub starts for tags alone.
    private static IEnumerable<string> Branches(List<Trigger.Push> pushes, List<string> tags) => !pushes.Exists(push => push.Branches.IsEmpty)
        ? pushes.SelectMany(push => push.Branches).Distinct(StringComparer.Ordinal)
        : tags.Count == 0 ? [] : ["**"];

    private static YamlNode.Map Filters(params ReadOnlySpan<(string Key, IEnumerable<string> Values)> filters)
    {
        var map = new YamlNode.Map([]);
        foreach (var (key, values) in filters)
        {
            map = map.With((key, values.Any() ? YamlNode.Inline(values) : null));
        }
        return map;
    }

    private static YamlNode.Map Inputs(IEnumerable<Input> inputs, bool called) => !inputs.Any()
        ? new YamlNode.Map([])
        : YamlNode.Mapping(("inputs", new YamlNode.Map([.. inputs.DistinctBy(input => input.Name, StringComparer.Ordinal).Select(input => new YamlNode.Entry(input.Name, Of(input, called)))])));

    private static YamlNode.Map Of(Input input, bool called)
    {
        var isChoice = !called && !input.Options.IsEmpty;
        return YamlNode.Mapping(
            ("description", input.Description.Length == 0 ? JobName.Words(input.Name) : input.Description),
            ("type", input.IsFlag ? "boolean" : isChoice ? "choice" : "string"),
            ("options", isChoice ? YamlNode.List(input.Options) : null),
            // A caller who need not say anything is required to say nothing.
            ("required", input.Required && !(called && input.Default.Length > 0)),
            ("default", input.IsFlag ? input.Default == "true" : input.Default.Length == 0 ? null : called ? GitHubExpression.Escaped(input.Default) : input.Default));
    }
}
