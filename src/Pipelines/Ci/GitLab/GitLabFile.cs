using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitLab;

/// <summary>A file before it is text.</summary>
internal sealed record GitLabFile(string Path, YamlNode.Map Node);
