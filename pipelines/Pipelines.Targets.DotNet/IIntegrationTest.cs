namespace Pipelines.Targets.DotNet;

/// <summary>Runs the tests that talk to real parts: ports, files, processes, databases.</summary>
public interface IIntegrationTest : IRunTests
{
    /// <summary>Runs the integration tests, and measures coverage. Alone, as coverage rewrites the compiled assemblies while it runs.</summary>
    Target IntegrationTest => _ => _
        .Description("Runs the integration tests")
        .Job(TestJob("integration-tests", IntegrationTests))
        .DependsOn(Restore, Compile)
        .Exclusive()
        .Splits()
        .ProceedAfterFailure()
        .Inputs([.. TestInputs])
        .InputValue("Tests", () => TestValues(IntegrationTests))
        .InputValue("Programs", () => Machine.Programs())
        .Outputs($"{TestResultsOf(IntegrationTests)}/**/*")
        .Produces($"{TestResultsOf(IntegrationTests)}/**/*")
        .Executes((run, cancellationToken) => RunTestsAsync(IntegrationTests, run, cancellationToken));

    /// <summary>All tests of category Integration, unless overridden.</summary>
    TestKind IntegrationTests => new(
        "Integration tests",
        "integration",
        project => IsTestProject(project) && !IsEndToEndTestProject(project),
        TestSettings with { Filter = "TestCategory=Integration" });
}
