using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitLab;

/// <summary>A job of a pipeline, key by key.</summary>
internal sealed record GitLabJob(string Name)
{
    public string? Above { get; init; }

    /// <summary>The first workflow that has it.</summary>
    public required string Workflow { get; init; }

    public required string Stage { get; init; }

    public string? Image { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Jobs that come before it, and whether their artifacts are taken.</summary>
    public ImmutableArray<GitLabNeed> Needs { get; init; } = [];

    public ImmutableArray<GitLabRule> Rules { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public YamlNode? Services { get; init; }

    public YamlNode? Cache { get; init; }

    public YamlNode? Parallel { get; init; }

    public YamlNode? Environment { get; init; }

    public YamlNode? IdTokens { get; init; }

    public string? ResourceGroup { get; init; }

    public bool Interruptible { get; init; }

    public required string Timeout { get; init; }

    public YamlNode? Retry { get; init; }

    public bool AllowFailure { get; init; }

    public required ImmutableArray<string> Script { get; init; }

    public string? Coverage { get; init; }

    public YamlNode? Artifacts { get; init; }

    public YamlNode.Map? Raw { get; init; }

    public YamlNode.Map ToNode()
    {
        var map = YamlNode.Mapping(
            ("stage", Stage),
            ("image", Image),
            ("tags", Tags.IsEmpty ? null : YamlNode.Inline(Tags)),
            ("needs", NeedsNode()),
            ("rules", YamlNode.List(Rules.Select(rule => rule.ToNode()))),
            ("variables", Variables.IsEmpty ? null : YamlNode.Mapping(Variables, value => (YamlNode)value)),
            ("services", Services),
            ("cache", Cache),
            ("parallel", Parallel),
            ("environment", Environment),
            ("id_tokens", IdTokens),
            ("resource_group", ResourceGroup),
            ("interruptible", Interruptible),
            ("timeout", Timeout),
            ("retry", Retry),
            ("allow_failure", AllowFailure ? true : null),
            ("script", YamlNode.List(Script)),
            ("coverage", Coverage is null ? null : YamlNode.Quoted(Coverage)),
            ("artifacts", Artifacts));
        return Raw is null ? map with { Above = Above } : map with
        {
            Above = Above,
            Entries = [.. map.Entries.Select(entry => Raw[entry.Key] is { } value ? entry with { Value = value } : entry), .. Raw.Entries.Where(entry => map[entry.Key] is null)],
        };
    }

    // Without the key a job would wait for all stages before its own.
    private YamlNode.Sequence NeedsNode() => Needs.IsEmpty
        ? new YamlNode.Sequence([])
        : YamlNode.List(Needs.Select(need => (YamlNode)YamlNode.Mapping(("job", need.Job), ("artifacts", need.Artifacts))));
}
