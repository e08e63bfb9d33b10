using Pipelines.Targets.DotNet.Solutions;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>What the test targets share.</summary>
public interface IRunTests : ICompile
{
    /// <summary>Reports (<c>.trx</c>) and coverage (<c>.cobertura.xml</c>), a folder for each kind of test.</summary>
    AbsolutePath TestResultsDirectory => OutputDirectory / "tests";

    /// <summary>Whether <c>dotnet test</c> runs the project; by its reference to <c>Microsoft.NET.Test.Sdk</c> unless overridden.</summary>
    bool IsTestProject(SolutionProject project) => TestProjects.IsTest(project);

    /// <summary>Whether the project tests the whole from outside; by <c>EndToEnd</c> in its name unless overridden.</summary>
    bool IsEndToEndTestProject(SolutionProject project) => IsTestProject(project) && project.Name.Contains("EndToEnd", StringComparison.Ordinal);

    /// <summary>Whether the code of the project is measured when its tests run; all but tests unless overridden.</summary>
    bool IsCovered(SolutionProject project) => !IsTestProject(project);

    /// <summary>What every test command has in common.</summary>
    DotNetTest TestSettings => new() { Configuration = Configuration, NoBuild = true };

    /// <summary>Globs of all files that tests read, as sources or while they run: the sources unless overridden. Tests that passed do not run again while none changes.</summary>
    IEnumerable<string> TestInputs => SourceGlobs;

    /// <summary>Names of the environment variables that tests look at: none unless overridden.</summary>
    IEnumerable<string> TestVariables => [];

    /// <summary>
    /// Whether a test that was skipped for this reason would be skipped again. Unless overridden only one that says <c>needs NAME</c>
    /// of a program which is not installed: as soon as it is, the tests run. Else tests with skipped ones among them run each time.
    /// </summary>
    bool IsSkippedForGood(string reason) => SkipReason.MissingProgram(reason) is not null;

    /// <summary>What tests depend on beside files.</summary>
    sealed object TestValues(TestKind kind) => (object[])
    [
        Tools.DotNet.Test(Solution, kind.Settings), kind.MeasuresCoverage, IsServerBuild,
        TestVariables.Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}"),
    ];

    /// <summary>The CI job of a kind of tests: it keeps the results however it ends.</summary>
    Job TestJob(string name, TestKind kind)
    {
        var folder = (TestResultsDirectory / kind.Folder).RelativeTo(RootDirectory);
        return new(name) { Reports = [$"{folder}/"], Coverage = kind.MeasuresCoverage ? $"{folder}/**/*.cobertura.xml" : null };
    }

    /// <summary>Runs one kind of tests, project by project, and tells what they found.</summary>
    /// <param name="kind">Which tests, and where their results go.</param>
    /// <param name="run">Gets the figures.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    /// <exception cref="TargetFailedException">A test failed, the run broke, or nothing was tested.</exception>
    sealed async Task RunTestsAsync(TestKind kind, ITargetRun run, CancellationToken cancellationToken)
    {
        var solution = await Tools.Solution.ReadAsync(Solution, cancellationToken);
        var testRun = new TestRun(kind, TestResultsDirectory / kind.Folder, RunAsync, run.Status);
        var results = await testRun.ExecuteAsync(
            solution.AllProjects.Where(kind.Includes), solution.AllProjects.Where(IsCovered).Select(project => project.Name), cancellationToken);
        TestReport.Tell(results, run);
        if (results.Tests.Cases.FirstOrDefault(test => test.Outcome == TestOutcome.Skipped && !IsSkippedForGood(test.Message)) is { } skipped)
        {
            run.RunAgain($"{skipped.Name} was skipped");
        }
        if (results.Tests.Problem(kind.Name) is { } problem)
        {
            throw new TargetFailedException(problem);
        }
    }
}
