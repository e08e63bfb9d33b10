namespace Pipelines.Targets.DotNet;

/// <summary>Runs the tests that need nothing but the code.</summary>
public interface IUnitTest : IRunTests
{
    /// <summary>Runs the unit tests, and measures coverage. Alone, as coverage rewrites the compiled assemblies while it runs.</summary>
    Target UnitTest => _ => _
        .Description("Runs the unit tests")
        .Job(TestJob("unit-tests", UnitTests))
        .DependsOn(Restore, Compile)
        .Exclusive()
        .Splits()
        .ProceedAfterFailure()
        .Inputs([.. TestInputs])
        .InputValue("Tests", () => TestValues(UnitTests))
        .InputValue("Programs", () => Machine.Programs())
        .Outputs($"{TestResultsOf(UnitTests)}/**/*")
        .Produces($"{TestResultsOf(UnitTests)}/**/*")
        .Executes((run, cancellationToken) => RunTestsAsync(UnitTests, run, cancellationToken));

    /// <summary>All tests without category Integration or EndToEnd, unless overridden.</summary>
    TestKind UnitTests => new(
        "Unit tests",
        "unit",
        project => IsTestProject(project) && !IsEndToEndTestProject(project),
        TestSettings with { Filter = "TestCategory!=Integration&TestCategory!=EndToEnd" });
}
