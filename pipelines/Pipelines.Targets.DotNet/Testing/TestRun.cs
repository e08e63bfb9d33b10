using System.Xml.Linq;
using Pipelines.Targets.DotNet.Coverage;
using Pipelines.Targets.DotNet.Testing.Sharding;
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

    /// <summary>Which of the tests run; all unless set.</summary>
    public TestShare? Share { get; init; }

    /// <summary>Runs all and adds up.</summary>
    /// <param name="projects">Whose tests run.</param>
    /// <param name="covered">Assemblies whose coverage is measured.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    public async Task<TestFindings> ExecuteAsync(IEnumerable<SolutionProject> projects, IEnumerable<string> covered, CancellationToken cancellationToken)
    {
        folder.CreateOrCleanDirectory();
        var settings = kind.MeasuresCoverage ? CoverageSettings.For(covered) : null;
        var findings = TestFindings.None;
        foreach (var project in projects.Where(project => Share?.CountOf(project.Name) != 0))
        {
            await WriteSettingsAsync(project, settings, cancellationToken);
            tellStatus($"{kind.Name} of {project.Name}");
            var found = await RunAsync(project, cancellationToken);
            Log.Information("{Project}: {Tests}", project.Name, found.Tests);
            findings += found;
        }

        File.Delete(_settings);
        if (Share is not null)
        {
            // What the shard stands for, also where it stands for nothing: whoever brings the shards together can compare.
            await (folder / $"tests.{Share.Shard.FileName}.txt").WriteAllTextAsync(string.Concat(Share.Groups.SelectMany(group => group.Tests.Select(test => $"{group.Project}\t{test}\n"))), cancellationToken);
        }

        return findings;
    }

    private async Task<TestFindings> RunAsync(SolutionProject project, CancellationToken cancellationToken)
    {
        var name = Share is null ? project.Name : $"{project.Name}.{Share.Shard.FileName}";
        var trx = folder / $"{name}.trx";
        // The test platform leaves copies of its attachments in folders of its own naming; they go when they are read.
        var attachments = folder / project.Name;
        var result = await run(TestCommand(project, trx, attachments) with { Quiet = true, SuccessCodes = [], Timeout = kind.Limit }, cancellationToken);
        var tests = trx.FileExists() ? TrxReport.Read(await XmlFile.LoadAsync(trx, cancellationToken)) : TestResults.None;
        if (result.ExitCode != 0 && tests.Failed == 0)
        {
            tests = tests with { Completed = false, RunErrors = [.. tests.RunErrors, $"dotnet test of {project.Name} ended with exit code {result.ExitCode}."] };
            Tell(result);
        }
        else if (Share is not null && tests.Cases.IsEmpty)
        {
            tests = tests with { Completed = false, RunErrors = [.. tests.RunErrors, $"None of the {Share.CountOf(project.Name)} tests of {project.Name} in shard {Share.Shard} ran. Exclude those that never run from the filter."] };
        }

        var coverage = LineCoverage.None;
        if (attachments.GlobFiles("*/coverage.cobertura.xml") is [var report, ..])
        {
            var kept = folder / $"{name}.cobertura.xml";
            File.Move(report, kept);
            coverage = LineCoverage.Read(await XmlFile.LoadAsync(kept, cancellationToken));
        }

        attachments.DeleteDirectory();
        await XmlFile.SaveAsync(folder / $"{name}.junit.xml", JUnitReport.Of(name, tests), cancellationToken);
        return new(tests, coverage);
    }

    // The filter of a shard names every class: too long for a command line, so it stands in the settings.
    private async Task WriteSettingsAsync(SolutionProject project, XDocument? coverage, CancellationToken cancellationToken)
    {
        if (Share is null && coverage is null)
        {
            return;
        }

        var settings = coverage
            ?? (kind.Settings.Settings is { } own ? await XmlFile.LoadAsync(own, cancellationToken) : new XDocument(new XElement("RunSettings")));
        if (Share is not null)
        {
            var root = settings.Root!;
            root.Element("RunConfiguration")?.Element("TestCaseFilter")?.Remove();
            var filter = new XElement("TestCaseFilter", Share.Filter(project.Name, kind.Settings.Filter));
            if (root.Element("RunConfiguration") is { } configuration)
            {
                configuration.Add(filter);
            }
            else
            {
                root.AddFirst(new XElement("RunConfiguration", filter));
            }
        }

        await _settings.WriteAllTextAsync(settings.ToString(), cancellationToken);
    }

    private Command TestCommand(SolutionProject project, AbsolutePath trx, AbsolutePath attachments)
    {
        var settings = kind.Settings with { ResultsDirectory = attachments, Loggers = [$"trx;LogFileName={trx}"] };
        settings = Share is null ? settings : settings with { Filter = null, Settings = _settings };
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
