using System.Collections.Immutable;
using Pipelines.Targets.DotNet.Solutions;

namespace Pipelines.Targets.DotNet;

/// <summary>A build with one solution.</summary>
public interface IHaveSolution
{
    /// <summary>The solution; the only one in the root folder unless overridden.</summary>
    AbsolutePath Solution { get; }

    /// <summary>Its projects.</summary>
    ImmutableArray<ProjectFile> Projects => SolutionFile.Projects(Solution);
}
