using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>Tests that run together.</summary>
/// <param name="Name">For people, such as <c>Unit tests</c>.</param>
/// <param name="Folder">Name of the folder that gets the results.</param>
/// <param name="Includes">Which projects are asked.</param>
/// <param name="Settings">How each is run; loggers, results and coverage are added.</param>
public sealed record TestKind(string Name, string Folder, Func<SolutionProject, bool> Includes, DotNetTest Settings)
{
    /// <summary>Measures which lines run. Pays only where the tests run the code in their own process.</summary>
    public bool MeasuresCoverage { get; init; } = true;

    /// <summary>Runs one share where a shard is asked for; false runs all of them all the same.</summary>
    public bool IsSharded { get; init; } = true;

    /// <summary>Tests of one project that take longer are stopped and fail; 30 minutes unless set.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(30);
}
