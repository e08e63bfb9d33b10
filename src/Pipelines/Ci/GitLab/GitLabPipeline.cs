using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitLab;

/// <summary>The pipeline of GitLab CI, key by key.</summary>
internal sealed record GitLabPipeline(ImmutableArray<string> Stages, ImmutableArray<GitLabRule> Rules, ImmutableArray<GitLabJob> Jobs)
{
    private const string Path = ".gitlab-ci.yml";

    public string? Image { get; init; }

    /// <summary>Of all jobs: plain ones as text, those of the form as maps.</summary>
    public YamlNode.Map Variables { get; init; } = new([]);

    /// <summary>Jobs whose column cannot stand behind those of what they need, as two columns need each other.</summary>
    public IEnumerable<CiFinding> Problems()
    {
        var stageOf = Jobs.ToDictionary(job => job.Name, job => job.Stage, StringComparer.Ordinal);
        return Jobs.SelectMany(job => job.Needs.Where(need => Stages.IndexOf(stageOf[need.Job]) > Stages.IndexOf(job.Stage)).Select(need => CiRule.NotThere.At(
            $"{job.Workflow}/{job.Name}", $"GitLab takes no need of a later column: '{job.Name}' in '{job.Stage}' needs '{need.Job}' in '{stageOf[need.Job]}'. Give one of them another Stage.")));
    }

    /// <summary>The files by their paths: one, or a first that includes one for each workflow.</summary>
    public IEnumerable<GitLabFile> Files(GitLabFiles files)
    {
        if (files == GitLabFiles.One)
        {
            return [new(Path, Top(include: null).With([.. Jobs.Select(job => (job.Name, (YamlNode?)job.ToNode()))]))];
        }
        var parts = Jobs.GroupBy(job => job.Workflow, StringComparer.Ordinal)
            .Select(part => new GitLabFile($".gitlab/ci/{part.Key}.yml", YamlNode.Mapping([.. part.Select(job => (job.Name, (YamlNode?)job.ToNode()))]))).ToList();
        return parts.Prepend(new(Path, Top(YamlNode.List(parts.Select(part => (YamlNode)YamlNode.Mapping(("local", part.Path)))))));
    }

    private YamlNode.Map Top(YamlNode? include) => YamlNode.Mapping(
        ("include", include),
        ("stages", YamlNode.List(Stages)),
        ("workflow", YamlNode.Mapping(
            ("auto_cancel", YamlNode.Mapping(("on_new_commit", "interruptible"))),
            ("rules", YamlNode.List(Rules.Select(rule => rule.ToNode()))))),
        ("default", Image is null ? null : YamlNode.Mapping(("image", Image))),
        ("variables", Variables.Entries.IsEmpty ? null : Variables));
}
