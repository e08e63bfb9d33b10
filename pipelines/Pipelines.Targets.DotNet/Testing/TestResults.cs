using System.Collections.Immutable;
using System.Globalization;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>What a run of tests found.</summary>
/// <param name="Cases">Every test, in the order of the report.</param>
/// <param name="RunErrors">What went wrong outside of tests, such as a test host that crashed.</param>
/// <param name="Completed">Whether the runner itself says that all is well.</param>
internal sealed record TestResults(ImmutableArray<TestCase> Cases, ImmutableArray<string> RunErrors, bool Completed)
{
    /// <summary>No tests at all.</summary>
    public static TestResults None { get; } = new([], [], Completed: true);

    /// <summary>Tests that passed.</summary>
    public int Passed => Count(TestOutcome.Passed);

    /// <summary>Tests that failed.</summary>
    public int Failed => Count(TestOutcome.Failed);

    /// <summary>Tests that were skipped.</summary>
    public int Skipped => Count(TestOutcome.Skipped);

    /// <summary>Both together.</summary>
    public static TestResults operator +(TestResults left, TestResults right) =>
        new(left.Cases.AddRange(right.Cases), left.RunErrors.AddRange(right.RunErrors), left.Completed && right.Completed);

    /// <summary>All three numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    /// <summary>Why the tests do not prove anything good, or null when they do.</summary>
    /// <param name="kind">Name of the tests, for the message.</param>
    /// <param name="ofMany">The tests are one share of several, which may have skipped tests only.</param>
    public string? Problem(string kind, bool ofMany = false) => this switch
    {
        { Failed: > 0 } => $"{kind}: {ToString()}.\n{string.Join('\n', Cases.Where(test => test.Outcome == TestOutcome.Failed).Select(test => $"  failed: {test.Name}"))}",
        { Completed: false } => $"{kind}: the run did not end well, {ToString()}. {RunErrors.FirstOrDefault("See the log above.")}",
        { Passed: 0, Skipped: 0 } => $"{kind}: not a single test was found. Write one, or leave this kind out: a build that is IUnitTest, IIntegrationTest or IEndToEndTest in place of ITest has only that kind.",
        { Passed: 0 } when !ofMany => $"{kind}: all {Skipped} tests were skipped, so nothing was tested. {Cases[0].Name}: {Cases[0].Message}",
        _ => null,
    };

    private int Count(TestOutcome outcome) => Cases.Count(test => test.Outcome == outcome);
}
