using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>A step of a job, key by key: an action or a script.</summary>
internal sealed record GitHubStep(string Name)
{
    public string? If { get; init; }

    public ActionPin? Uses { get; init; }

    /// <summary>Literal shell text; no expression ever stands in it.</summary>
    public string? Run { get; init; }

    public ImmutableArray<YamlNode.Entry> With { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Env { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A step that an author wrote whole; null for one of ours.</summary>
    public YamlNode.Map? Raw { get; init; }

    public YamlNode ToNode() => Raw ?? YamlNode.Mapping(
        ("name", Name),
        ("if", If),
        ("uses", Uses is { } pin ? new YamlNode.Scalar($"{pin.Action}@{pin.Commit}") { Comment = pin.Version } : null),
        ("with", With.IsEmpty ? null : new YamlNode.Map(With)),
        ("env", GitHubWorkflow.Texts(Env)),
        ("run", Run));
}
