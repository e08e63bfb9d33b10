using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitLab;

/// <summary>An item of <c>rules</c>.</summary>
/// <param name="If">Null always holds.</param>
internal sealed record GitLabRule(string? If)
{
    public ImmutableArray<string> Changes { get; init; } = [];

    public string? When { get; init; }

    public bool? AllowFailure { get; init; }

    public YamlNode ToNode() => YamlNode.Mapping(
        ("if", If is null ? null : YamlNode.Quoted(If)),
        ("changes", Changes.IsEmpty ? null : YamlNode.Mapping(("paths", YamlNode.Inline(Changes)))),
        ("when", When),
        ("allow_failure", AllowFailure));
}
