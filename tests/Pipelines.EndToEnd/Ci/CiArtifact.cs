using System.Collections.Immutable;

namespace Pipelines.EndToEnd.Ci;

/// <summary>Files that travel between jobs.</summary>
/// <param name="Files">SHA-256 by path.</param>
internal sealed record CiArtifact(string Name, ImmutableDictionary<string, string> Files);
