using Pipelines.Targets.DotNet.Coverage;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Everything a test target learns.</summary>
/// <param name="Tests">How the tests ended.</param>
/// <param name="Coverage">Which lines ran; none where it is not measured.</param>
internal sealed record TestFindings(TestResults Tests, LineCoverage Coverage)
{
    /// <summary>Nothing yet.</summary>
    public static TestFindings None { get; } = new(TestResults.None, LineCoverage.None);

    /// <summary>Both together.</summary>
    public static TestFindings operator +(TestFindings left, TestFindings right) => new(left.Tests + right.Tests, left.Coverage + right.Coverage);
}
