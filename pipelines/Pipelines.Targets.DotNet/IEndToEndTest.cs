namespace Pipelines.Targets.DotNet;

/// <summary>Runs the tests that use the whole as its users do.</summary>
public interface IEndToEndTest : IRunTests
{
    /// <summary>Runs the end-to-end tests. Alone, as some of them measure time.</summary>
    Target EndToEndTest => _ => _
        .Description("Runs the end-to-end tests")
        .Job(TestJob("end-to-end-tests", EndToEndTests))
        .DependsOn(Restore, Compile)
        .Exclusive()
        .Splits()
        .ProceedAfterFailure()
        .Inputs([.. TestInputs])
        .InputValue("Tests", () => TestValues(EndToEndTests))
        .InputValue("Programs", () => Machine.Programs())
        .Outputs($"{TestResultsOf(EndToEndTests)}/**/*")
        .Produces($"{TestResultsOf(EndToEndTests)}/**/*")
        .Executes((run, cancellationToken) => RunTestsAsync(EndToEndTests, run, cancellationToken));

    /// <summary>All tests of the end-to-end projects, unless overridden; without coverage, as the code runs in other processes.</summary>
    TestKind EndToEndTests => new("End-to-end tests", "end-to-end", IsEndToEndTestProject, TestSettings) { MeasuresCoverage = false };
}
