using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What CI files are asked for.</summary>
/// <param name="Workflows">As the build class defines them.</param>
/// <param name="Systems">That files are written for.</param>
public sealed record CiRequest(ImmutableArray<Workflow> Workflows, CiSystem Systems)
{
    /// <summary>Texts of the files that stand there now, from which versions of actions are taken that are newer than the known ones.</summary>
    public ImmutableArray<string> Present { get; init; } = [];

    /// <summary>File that defines the workflows, for the first line of what is written; the build class's name unless set.</summary>
    public string? Source { get; init; }

    /// <summary>How GitLab's jobs are spread over files; one unless set.</summary>
    public GitLabFiles GitLabFiles { get; init; }
}
