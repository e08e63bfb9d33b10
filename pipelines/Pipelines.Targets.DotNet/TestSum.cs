using System.Globalization;

namespace Pipelines.Targets.DotNet;

/// <summary>How all tests of a run ended.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests that were skipped.</param>
/// <param name="Coverage">For people; null where nothing was measured.</param>
public sealed record TestSum(int Passed, int Failed, int Skipped, string? Coverage)
{
    /// <summary>All three numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
