using Pipelines.Targets.DotNet.Solutions;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Targets.DotNet.Testing.Sharding;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>What the test targets share.</summary>
public interface IRunTests : ICompile
{
    /// <summary>Reports (<c>.trx</c>, and <c>.junit.xml</c> for CI systems) and coverage (<c>.cobertura.xml</c>), a folder for each kind of test.</summary>
    AbsolutePath TestResultsDirectory => OutputDirectory / "tests";

    /// <summary>Which share of the tests runs; all unless said, or unless GitLab runs the job several times (<c>parallel: 4</c>).</summary>
    [Parameter("Share of the tests that runs, such as 2/4; together the shares are all tests, and no test is in two")]
    Shard? Shard => TryGetValue(() => Shard) ?? (ServerJob?.Shard is { } share ? Shard.Parse(share.ToString()) : null);

    /// <summary>How long tests took, by which shards are balanced: a committed file, so that all jobs deal alike. Written by <see cref="IRememberTestDurations"/>; without it, each test counts the same.</summary>
    AbsolutePath TestDurationsFile => RootDirectory / ".nuke" / "test-durations.tsv";

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
        ShardOf(kind) is { } shard ? $"{shard} {(TestDurationsFile.FileExists() ? TestDurationsFile.ReadAllText() : "")}" : "",
    ];

    /// <summary>The CI job of a kind of tests: it keeps the results however it ends.</summary>
    Job TestJob(string name, TestKind kind)
    {
        var folder = (TestResultsDirectory / kind.Folder).RelativeTo(RootDirectory);
        return new(name) { Reports = [$"{folder}/"], TestReports = [$"{folder}/**/*.junit.xml"], Coverage = kind.MeasuresCoverage ? $"{folder}/**/*.cobertura.xml" : null };
    }

    /// <summary>Gets the results of these tests; those of a shard are in a folder of their own, and their files are named by it.</summary>
    sealed AbsolutePath TestResultsOf(TestKind kind) => ShardOf(kind) is { } shard ? TestResultsDirectory / kind.Folder / shard.FileName : TestResultsDirectory / kind.Folder;

    /// <summary>Runs one kind of tests, project by project, and tells what they found.</summary>
    /// <param name="kind">Which tests, and where their results go.</param>
    /// <param name="run">Gets the figures.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    /// <exception cref="TargetFailedException">A test failed, the run broke, or nothing was tested.</exception>
    sealed async Task RunTestsAsync(TestKind kind, ITargetRun run, CancellationToken cancellationToken)
    {
        var solution = await Tools.Solution.ReadAsync(Solution, cancellationToken);
        var projects = solution.AllProjects.Where(kind.Includes).ToList();
        var share = await ShareAsync(kind, projects, run, cancellationToken);
        var testRun = new TestRun(kind, TestResultsOf(kind), RunAsync, run.Status) { Share = share };
        var results = await testRun.ExecuteAsync(projects, solution.AllProjects.Where(IsCovered).Select(project => project.Name), cancellationToken);
        if (share is { Count: 0, Tests: > 0 })
        {
            Log.Information("Shard {Shard} has none of the {Tests} {Kind}.", share.Shard, share.Tests, kind.Name.ToLowerInvariant());
            run.Summary("Tests", $"none, shard {share.Shard}");
            return;
        }

        TestReport.Tell(results, run);
        if (results.Tests.Cases.FirstOrDefault(test => test.Outcome == TestOutcome.Skipped && !IsSkippedForGood(test.Message)) is { } skipped)
        {
            run.RunAgain($"{skipped.Name} was skipped");
        }
        if (results.Tests.Problem(kind.Name, ofMany: share is not null) is { } problem)
        {
            throw new TargetFailedException(problem);
        }
    }

    private Shard? ShardOf(TestKind kind) => kind.IsSharded ? Shard : null;

    private async Task<TestShare?> ShareAsync(TestKind kind, IEnumerable<SolutionProject> projects, ITargetRun run, CancellationToken cancellationToken)
    {
        if (ShardOf(kind) is not { } shard)
        {
            return null;
        }

        run.Status($"Dealing the {kind.Name.ToLowerInvariant()} to {shard.Total} shards");
        var durations = TestDurationsFile.FileExists() ? TestDurations.Parse(await TestDurationsFile.ReadAllTextAsync(cancellationToken)) : TestDurations.None;
        var share = await new TestDiscovery(kind, TestResultsOf(kind), RunAsync).ShareAsync(shard, projects, durations, cancellationToken);
        Log.Information("Shard {Shard}: {Count} of {Tests} {Kind}", shard, share.Count, share.Tests, kind.Name.ToLowerInvariant());
        return share;
    }
}
