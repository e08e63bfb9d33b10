using Pipelines.Targets.DotNet.Testing;

namespace Pipelines.Targets.DotNet;

/// <summary>Everything that tests, under one name.</summary>
public interface ITest : IUnitTest, IIntegrationTest, IEndToEndTest
{
    /// <summary>Runs all tests and adds up what they found.</summary>
    Target Test => _ => _
        .Description("Runs all tests")
        .DependsOn(UnitTest, IntegrationTest, EndToEndTest, CountTests);

    /// <summary>Adds up the results of what was tested, whether or not tests failed, and tells the sum as the last word.</summary>
    Target<TestSum> CountTests => _ => _
        .Unlisted()
        .After(UnitTest, IntegrationTest, EndToEndTest)
        .AssuredAfterFailure()
        .Inputs($"{TestResultsDirectory}/**/*.trx", $"{TestResultsDirectory}/**/*.cobertura.xml")
        .InputValue("Tested", () => Tested)
        .Executes(async (run, cancellationToken) =>
        {
            var findings = TestFindings.None;
            foreach (var folder in Tested)
            {
                findings += await TestReport.ReadAllAsync(folder, cancellationToken);
            }
            var sum = TestReport.Sum(findings);
            TestReport.Tell(sum, run);
            return sum;
        });

    /// <summary>Folders with results of this run, or of an earlier one that still stand: those of tests that never started do not.</summary>
    private IEnumerable<AbsolutePath> Tested => new (Target Target, TestKind Kind)[] { (UnitTest, UnitTests), (IntegrationTest, IntegrationTests), (EndToEndTest, EndToEndTests) }
        .Where(test => OutcomeOf(test.Target) is { IsDone: true } or { Status: TargetStatus.Failed or TargetStatus.Cancelled })
        .Select(test => TestResultsOf(test.Kind));
}
