using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>What git said of a folder.</summary>
internal sealed record GitFacts
{
    public string? Commit { get; init; }

    public string? Branch { get; init; }

    public bool IsDirty { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public string? VersionTag { get; init; }

    public int Height { get; init; }

    public bool IsShallow { get; init; }

    public string? Remote { get; init; }

    public string? Problem { get; init; }
}
