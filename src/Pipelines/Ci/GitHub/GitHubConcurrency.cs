using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>Key <c>concurrency</c>.</summary>
internal sealed record GitHubConcurrency(string Group, YamlNode CancelInProgress)
{
    public YamlNode ToNode() => YamlNode.Mapping(("group", Group), ("cancel-in-progress", CancelInProgress));
}
