using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What is asked for when a workflow is to be rehearsed on this machine.</summary>
/// <param name="Workflows">As the build class defines them.</param>
public sealed record RehearsalRequest(ImmutableArray<Workflow> Workflows)
{
    /// <summary>Name of the workflow; needed where there are several.</summary>
    public string? Workflow { get; init; }

    /// <summary>Name of a job that is rehearsed with those that it needs; all unless set.</summary>
    public string? Job { get; init; }

    /// <summary>Deployments, and what comes after them, take place and are not only planned.</summary>
    public bool WithDeployments { get; init; }

    /// <summary>Full hash of the commit that is rehearsed.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Branch that is checked out.</summary>
    public string Branch { get; init; } = "";

    /// <summary>Kind of this machine, as names of hosted runners begin: <c>ubuntu</c>, <c>windows</c> or <c>macos</c>.</summary>
    public string Machine { get; init; } = "ubuntu";

    /// <summary>Environment variables of the person, among them secrets, variables of the settings, and where servers run.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;
}
