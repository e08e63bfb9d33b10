using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitLab;

/// <summary>The file of GitLab CI, key by key.</summary>
internal sealed record GitLabPipeline(ImmutableArray<string> Stages, ImmutableArray<GitLabRule> Rules, ImmutableArray<GitLabJob> Jobs)
{
    public string? Image { get; init; }

    /// <summary>Of all jobs: plain ones as text, those of the form as maps.</summary>
    public YamlNode.Map Variables { get; init; } = new([]);

    public YamlNode.Map ToNode()
    {
        var top = YamlNode.Mapping(
            ("stages", YamlNode.List(Stages)),
            ("workflow", YamlNode.Mapping(
                ("auto_cancel", YamlNode.Mapping(("on_new_commit", "interruptible"))),
                ("rules", YamlNode.List(Rules.Select(rule => rule.ToNode()))))),
            ("default", Image is null ? null : YamlNode.Mapping(("image", Image))),
            ("variables", Variables.Entries.IsEmpty ? null : Variables));
        return top with { Entries = [.. top.Entries, .. Jobs.Select(job => new YamlNode.Entry(job.Name, job.ToNode()))] };
    }
}
