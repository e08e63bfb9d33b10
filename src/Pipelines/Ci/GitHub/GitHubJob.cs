using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>A job of a workflow, key by key.</summary>
internal sealed record GitHubJob(string Id)
{
    public required string Name { get; init; }

    public string? Above { get; init; }

    public ImmutableArray<string> Needs { get; init; } = [];

    public string? If { get; init; }

    public required YamlNode RunsOn { get; init; }

    public string? Container { get; init; }

    public YamlNode? Environment { get; init; }

    /// <summary>Rights by scope, each with its reason.</summary>
    public ImmutableArray<Permission> Permissions { get; init; } = [];

    public GitHubConcurrency? Concurrency { get; init; }

    public required int TimeoutMinutes { get; init; }

    public bool ContinueOnError { get; init; }

    public YamlNode? Strategy { get; init; }

    public YamlNode? Services { get; init; }

    public required ImmutableArray<GitHubStep> Steps { get; init; }

    public YamlNode.Map? Raw { get; init; }

    public YamlNode ToNode() => GitHubWorkflow.Merge(
        YamlNode.Mapping(
            ("name", Name),
            ("needs", Needs.IsEmpty ? null : YamlNode.Inline(Needs)),
            ("if", If),
            ("runs-on", RunsOn),
            ("timeout-minutes", TimeoutMinutes),
            ("permissions", Rights()),
            ("environment", Environment),
            ("concurrency", Concurrency?.ToNode()),
            ("continue-on-error", ContinueOnError ? true : null),
            ("strategy", Strategy),
            ("container", Container),
            ("services", Services),
            ("steps", new YamlNode.Sequence([.. Steps.Select(step => step.ToNode())]))),
        Raw) with
    {
        Above = Above,
    };

    private YamlNode.Map Rights() => new(
    [
        .. Permissions.Select(permission => new YamlNode.Entry(permission.Scope, new YamlNode.Scalar(permission.Writes ? "write" : "read") { Comment = permission.Because })),
    ]);
}
