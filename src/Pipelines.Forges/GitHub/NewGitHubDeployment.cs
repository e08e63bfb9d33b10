using System.Collections.Immutable;

namespace Pipelines.Forges.GitHub;

/// <summary>A deployment to be recorded.</summary>
/// <param name="Ref">Branch, tag or commit.</param>
/// <param name="Environment">Where to.</param>
public sealed record NewGitHubDeployment(string Ref, string Environment)
{
    /// <summary>One line for people.</summary>
    public string? Description { get; init; }

    /// <summary>GitHub would merge the default branch into the deployed one first.</summary>
    public bool AutoMerge { get; init; }

    /// <summary>Checks of the commit that have to be green; none unless set, as the deploying job is itself one that still runs.</summary>
    public ImmutableArray<string> RequiredContexts { get; init; } = [];
}
