using Pipelines.Ci.Yaml;

namespace Pipelines.Cli;

/// <summary>A file of CI before it is text.</summary>
internal sealed record DrawnFile(string Path, string Workflow, bool IsGitHub, YamlNode.Map Node);
