using Pipelines.Graph;

namespace Pipelines.Ci;

/// <summary>Everything that is looked for in a plan before it is written.</summary>
internal static class CiChecks
{
    /// <param name="plan">What would be written.</param>
    /// <param name="graph">Its targets.</param>
    /// <param name="parameters">Names of the build's parameters on the command line.</param>
    /// <param name="systems">For which it would be written.</param>
    public static IEnumerable<CiFinding> All(CiPlan plan, TargetGraph graph, HashSet<string> parameters, CiSystem systems) => [];
}
