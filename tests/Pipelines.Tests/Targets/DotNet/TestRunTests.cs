using NUnit.Framework;
using Pipelines.Targets.DotNet;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TestRunTests
{
    private static readonly TestKind Unit = new("Unit tests", "unit", _ => true, new() { NoBuild = true, Filter = "TestCategory!=Integration" });
    private readonly List<Command> _commands = [];

    [Test]
    public async Task Reports_and_coverage_of_a_project_stay_under_its_name_and_nothing_else_does()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("unit/Old.trx", "of an earlier run");

        var findings = await RunAsync(scratch, Unit, exitCode: 1, attachments =>
        {
            scratch.Write("unit/Shop.Tests.trx", TrxTexts.Mixed);
            WriteCoverage(attachments / "8a1c");
            WriteCoverage(attachments / "_machine_2026-11-21" / "In");
        });

        findings.Tests.ToString().ShouldBe("1 passed, 2 failed, 1 skipped");
        findings.Coverage.ToString().ShouldBe("50.0 % of 2 lines");
        Directory.EnumerateFileSystemEntries(scratch / "unit").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["Shop.Tests.cobertura.xml", "Shop.Tests.junit.xml", "Shop.Tests.trx"]);
    }

    [Test]
    public async Task The_command_asks_for_a_report_and_for_the_coverage_of_our_own_assemblies()
    {
        using var scratch = new ScratchFolder();
        var settings = "";

        await RunAsync(scratch, Unit, exitCode: 0, _ => settings = File.ReadAllText(scratch / "unit" / "coverage.runsettings"));

        var words = _commands.ShouldHaveSingleItem().Arguments;
        words.ShouldContain(word => word == $"trx;LogFileName={scratch / "unit" / "Shop.Tests.trx"}");
        words.ShouldContain(word => word == "TestCategory!=Integration");
        words.ShouldContain(word => word == "XPlat Code Coverage");
        settings.ShouldContain("<Include>[Shop]*,[Shop.Data]*</Include>");
    }

    [Test]
    public async Task Without_coverage_nothing_is_collected()
    {
        using var scratch = new ScratchFolder();

        await RunAsync(scratch, Unit with { MeasuresCoverage = false }, exitCode: 0, _ => scratch.Write("unit/Shop.Tests.trx", TrxTexts.Empty));

        var words = _commands.ShouldHaveSingleItem().Arguments;
        words.ShouldNotContain(word => word == "--collect" || word == "--settings");
    }

    [Test]
    public async Task A_run_that_leaves_no_report_is_a_problem()
    {
        using var scratch = new ScratchFolder();

        var findings = await RunAsync(scratch, Unit, exitCode: 1, _ => { });

        findings.Tests.Problem("Unit tests").ShouldBe(
            "Unit tests: the run did not end well, 0 passed, 0 failed, 0 skipped. dotnet test of Shop.Tests ended with exit code 1.");
        (await File.ReadAllTextAsync(scratch / "unit/Shop.Tests.junit.xml")).ShouldContain("<error message=\"dotnet test of Shop.Tests ended with exit code 1.\">");
    }

    [Test]
    public async Task An_exit_code_without_a_failed_test_is_a_problem_too()
    {
        using var scratch = new ScratchFolder();

        var findings = await RunAsync(scratch, Unit, exitCode: 134, _ => scratch.Write("unit/Shop.Tests.trx", TrxTexts.Crashed.Replace("\"Failed\"", "\"Completed\"", StringComparison.Ordinal)));

        findings.Tests.Problem("Unit tests").ShouldNotBeNull().ShouldContain("did not end well");
    }

    private Task<TestFindings> RunAsync(ScratchFolder scratch, TestKind kind, int exitCode, Action<AbsolutePath> write)
    {
        var folder = scratch / "unit";
        var run = new TestRun(
            kind,
            folder,
            (command, _) =>
            {
                _commands.Add(command);
                write(folder / "Shop.Tests");
                return Task.FromResult(new CommandResult(exitCode, [], [], TimeSpan.Zero));
            },
            _ => { });
        return run.ExecuteAsync([new("Shop.Tests", scratch / "Shop.Tests.csproj")], ["Shop", "Shop.Data"], CancellationToken.None);
    }

    private static void WriteCoverage(AbsolutePath folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(folder / "coverage.cobertura.xml",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <coverage line-rate="0.5"><sources><source>/_/src/</source></sources><packages><package name="Shop"><classes>
              <class name="Shop" filename="Shop/Shop.cs"><methods /><lines><line number="1" hits="1" branch="False" /><line number="2" hits="0" branch="False" /></lines></class>
            </classes></package></packages></coverage>
            """);
    }
}
