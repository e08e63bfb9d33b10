using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>A file of GitHub Actions, key by key.</summary>
/// <param name="Name">Key <c>name</c>.</param>
/// <param name="On">Key <c>on</c>.</param>
/// <param name="Jobs">Key <c>jobs</c>.</param>
internal sealed record GitHubWorkflow(string Name, YamlNode.Map On, ImmutableArray<GitHubJob> Jobs)
{
    public string? RunName { get; init; }

    public ImmutableSortedDictionary<string, string> Env { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public GitHubConcurrency? Concurrency { get; init; }

    public YamlNode.Map? Raw { get; init; }

    public YamlNode.Map ToNode() => Merge(
        YamlNode.Mapping(
            ("name", Name),
            ("run-name", RunName),
            ("on", On),
            ("permissions", new YamlNode.Map([])),
            ("env", Texts(Env)),
            ("concurrency", Concurrency?.ToNode()),
            ("defaults", YamlNode.Mapping(("run", YamlNode.Mapping(("shell", "bash"))))),
            ("jobs", new YamlNode.Map([.. Jobs.Select(job => new YamlNode.Entry(job.Id, job.ToNode()))]) { IsSpaced = true })),
        Raw) with
    {
        HasBareKeys = true,
    };

    public static YamlNode? Texts(ImmutableSortedDictionary<string, string> values) => values.IsEmpty ? null : YamlNode.Mapping(values, value => (YamlNode)value);

    /// <summary>The map with the keys of another in place of its own.</summary>
    public static YamlNode.Map Merge(YamlNode.Map map, YamlNode.Map? raw) => raw is null ? map : map with
    {
        Entries =
        [
            .. map.Entries.Select(entry => raw[entry.Key] is { } value ? entry with { Value = value } : entry),
            .. raw.Entries.Where(entry => map[entry.Key] is null),
        ],
    };
}
