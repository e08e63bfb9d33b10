using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What workflows come to: their files, and what is to be said of them.</summary>
/// <param name="Plan">Workflows and jobs as people read them.</param>
/// <param name="Files">Empty where a finding is an error.</param>
/// <param name="Findings">Errors first.</param>
public sealed record CiDrawing(string Plan, ImmutableArray<CiFile> Files, ImmutableArray<CiFinding> Findings)
{
    /// <summary>What people have to set in the systems: environments, approvals, secrets, schedules.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>Whether nothing stands against writing the files.</summary>
    public bool Succeeded => Findings.All(finding => !finding.IsError);
}
