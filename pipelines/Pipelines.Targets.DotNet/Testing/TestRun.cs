using Pipelines.Targets.DotNet.Coverage;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Runs the tests of projects, one after the other, and reads their reports.</summary>
/// <param name="kind">Which tests.</param>
/// <param name="folder">Gets the reports; emptied first.</param>
/// <param name="run">Runs a command.</param>
/// <param name="tellStatus">Shows what is going on.</param>
internal sealed class TestRun(TestKind kind, AbsolutePath folder, Func<Command, CancellationToken, Task<CommandResult>> run, Action<string> tellStatus)
{
    private readonly AbsolutePath _settings = folder / "coverage.runsettings";

    /// <summary>Runs all and adds up.</summary>
    /// <param name="projects">Whose tests run.</param>
    /// <param name="covered">Assemblies whose coverage is measured.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    public async Task<TestFindings> ExecuteAsync(IEnumerable<SolutionProject> projects, IEnumerable<string> covered, CancellationToken cancellationToken)
    {
        folder.CreateOrCleanDirectory();
        if (kind.MeasuresCoverage)
        {
            await _settings.WriteAllTextAsync(CoverageSettings.For(covered).ToString(), cancellationToken);
        }

        var findings = TestFindings.None;
        foreach (var project in projects)
        {
            tellStatus($"{kind.Name} of {project.Name}");
            var found = await RunAsync(project, cancellationToken);
            Log.Information("{Project}: {Tests}", project.Name, found.Tests);
            findings += found;
        }

        File.Delete(_settings);
        return findings;
    }

    private async Task<TestFindings> RunAsync(SolutionProject project, CancellationToken cancellationToken)
    {
        var trx = folder / $"{project.Name}.trx";
        // The test platform leaves copies of its attachments in folders of its own naming; they go when they are read.
        var attachments = folder / project.Name;
        var result = await run(TestCommand(project, trx, attachments) with { Quiet = true, SuccessCodes = [], Timeout = kind.Limit }, cancellationToken);
        var tests = trx.FileExists() ? TrxReport.Read(await XmlFile.LoadAsync(trx, cancellationToken)) : TestResults.None;
        if (result.ExitCode != 0 && tests.Failed == 0)
        {
            tests = tests with { Completed = false, RunErrors = [.. tests.RunErrors, $"dotnet test of {project.Name} ended with exit code {result.ExitCode}."] };
            Tell(result);
        }

        var coverage = LineCoverage.None;
        if (attachments.GlobFiles("*/coverage.cobertura.xml") is [var report, ..])
        {
            var kept = folder / $"{project.Name}.cobertura.xml";
            File.Move(report, kept);
            coverage = LineCoverage.Read(await XmlFile.LoadAsync(kept, cancellationToken));
        }

        attachments.DeleteDirectory();
        return new(tests, coverage);
    }

    private Command TestCommand(SolutionProject project, AbsolutePath trx, AbsolutePath attachments)
    {
        var settings = kind.Settings with { ResultsDirectory = attachments, Loggers = [$"trx;LogFileName={trx}"] };
        return Tools.DotNet.Test(project.Path, kind.MeasuresCoverage ? settings with { Settings = _settings, Collectors = ["XPlat Code Coverage"] } : settings);
    }

    private static void Tell(CommandResult result)
    {
        foreach (var line in result.Output.Concat(result.Error))
        {
            Log.Information("{Line}", line);
        }
    }
}
