using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

/// <summary>What the library remembers, with a program that stands in for <c>dotnet</c>: it writes the report of a test run and notes its calls.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RememberedTests
{
    private const string TestProject = """<Project><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>""";

    private const string Passed = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testId="1" testName="Passes" outcome="Passed" />
            SKIPPED
          </Results>
          <TestDefinitions><UnitTest name="Passes" id="1"><TestMethod className="Shop.T" name="Passes" /></UnitTest></TestDefinitions>
          <ResultSummary outcome="Completed" />
        </TestRun>
        """;

    [Test]
    public async Task Unchanged_sources_are_not_compiled_or_tested_again_and_the_sum_still_stands()
    {
        using var root = Root(skipped: "");

        var first = await RunAsync(root, "Test");
        var calls = Calls(root);
        var second = await RunAsync(root, "Test");

        first.Result.ExitCode.ShouldBe(ExitCodes.Success, first.Output);
        second.Result.ExitCode.ShouldBe(ExitCodes.Success, second.Output);
        Calls(root).ShouldBe(calls);
        second.Result.Outcome("CountTests").Figures.ShouldBe([new Figure("Tests", "3 passed, 0 failed, 0 skipped")]);
        second.Result.Outcome("UnitTest").Figures.ShouldBe([new Figure("Tests", "1 passed")]);
        File.Exists(root / "output/tests/unit/Shop.Tests.trx").ShouldBeTrue();
    }

    [Test]
    public async Task A_source_runs_what_depends_on_it_and_the_explanation_names_it()
    {
        using var root = Root(skipped: "");
        await RunAsync(root, "UnitTest");
        root.Write("src/Shop.cs", "changed");
        root.Write("docs/shop.md", "changed");

        var explained = await RunAsync(root, "--explain UnitTest");
        var second = await RunAsync(root, "UnitTest");

        explained.Output.ShouldContain("  src/Shop.cs changed\n");
        explained.Output.ShouldNotContain("docs");
        second.Status("Restore").ShouldBe(TargetStatus.Skipped);
        second.Status("Compile").ShouldBe(TargetStatus.Succeeded);
        second.Status("UnitTest").ShouldBe(TargetStatus.Succeeded);
    }

    [TestCase("needs no-such-program, install with apt-get install nothing", TargetStatus.Skipped)]
    [TestCase("needs sh, which does not answer", TargetStatus.Succeeded)]
    [TestCase("on Tuesdays", TargetStatus.Succeeded)]
    public async Task Skipped_tests_are_remembered_only_when_a_missing_program_is_why(string reason, TargetStatus expected)
    {
        using var root = Root($"""<UnitTestResult testId="1" testName="Skips" outcome="NotExecuted"><Output><ErrorInfo><Message>{reason}</Message></ErrorInfo></Output></UnitTestResult>""");
        await RunAsync(root, "UnitTest");

        (await RunAsync(root, "UnitTest")).Status("UnitTest").ShouldBe(expected);
    }

    [Test]
    public async Task Where_each_project_has_its_own_folders_they_are_looked_for_there()
    {
        using var root = Root(skipped: "", objects: "src/obj", programs: "src/bin/Debug");
        File.Delete(root / "Directory.Build.props");

        var first = await RunAsync(root, "Compile");
        var second = await RunAsync(root, "Compile");
        File.Delete(root / "src/bin/Debug/Shop.dll");
        var third = await RunAsync(root, "Compile");

        first.Result.ExitCode.ShouldBe(ExitCodes.Success, first.Output);
        (second.Status("Restore"), second.Status("Compile")).ShouldBe((TargetStatus.Skipped, TargetStatus.Skipped));
        (third.Status("Restore"), third.Status("Compile")).ShouldBe((TargetStatus.Skipped, TargetStatus.Succeeded));
    }

    private static ScratchFolder Root(string skipped, string objects = "artifacts/obj/Shop", string programs = "artifacts/bin/Shop/debug")
    {
        var root = new ScratchFolder();
        root.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        root.Write(".nuke/parameters.json", "{}");
        root.Write("Shop.slnx", """<Solution><Project Path="tests/Shop.Tests/Shop.Tests.csproj" /><Project Path="tests/EndToEnd/EndToEnd.csproj" /></Solution>""");
        root.Write("tests/Shop.Tests/Shop.Tests.csproj", TestProject);
        root.Write("tests/EndToEnd/EndToEnd.csproj", TestProject);
        root.Write("src/Shop.cs", "class Shop;");
        root.Write("report.trx", Passed.Replace("SKIPPED", skipped, StringComparison.Ordinal));
        var program = root.Write("tools/dotnet",
            $$"""
            #!/bin/sh
            echo "$1" >>calls.txt
            mkdir -p {{objects}} {{programs}}
            [ "$1" = restore ] && echo restored >{{objects}}/project.assets.json
            [ "$1" = build ] && echo compiled >{{programs}}/Shop.dll
            for word in "$@"; do
              case $word in *LogFileName=*) cp report.trx "${word##*LogFileName=}" ;; esac
            done
            exit 0
            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return root;
    }

    private static string Calls(ScratchFolder root) => File.ReadAllText(root / "calls.txt");

    private static async Task<Ran> RunAsync(ScratchFolder root, string arguments)
    {
        await using var output = new StringWriter();
        var invocation = new BuildInvocation
        {
            Arguments = [.. arguments.Split(' ')],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = $"{root / "tools"}:{Environment.GetEnvironmentVariable("PATH")}" },
            Root = root.Path,
            Output = output,
            Error = output,
        };
        return new(await PipelineBuild.RunAsync<DotNetBuild>(invocation, CancellationToken.None), output.ToString(), "");
    }
}
