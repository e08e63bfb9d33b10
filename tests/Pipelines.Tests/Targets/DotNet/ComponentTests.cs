using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class ComponentTests
{
    [Test]
    public async Task All_tests_run_after_one_compilation_and_are_counted_last()
    {
        using var root = Root();

        var result = await PlanAsync(root, "Test");

        result.Problems.ShouldBeEmpty();
        result.Plan.Targets.Select(target => target.Name).ShouldBe(
            ["Restore", "Compile", "UnitTest", "IntegrationTest", "EndToEndTest", "Test", "CountTests"], ignoreOrder: true);
        var sum = result.Plan.Targets.Single(target => target.Name == "CountTests");
        sum.Dependencies.ShouldBeEmpty();
        sum.After.ShouldBe(["UnitTest", "IntegrationTest", "EndToEndTest"], ignoreOrder: true);
    }

    [Test]
    public async Task Cleaning_comes_before_everything_that_is_built()
    {
        using var root = Root();

        var result = await PlanAsync(root, "Pack", "Clean");

        result.Plan.Targets.Select(target => target.Name).ShouldBe(["Clean", "Restore", "Compile", "Pack"]);
    }

    [Test]
    public async Task Cleaning_deletes_what_was_built_and_nothing_else()
    {
        using var root = Root();
        root.Write("artifacts/bin/Shop.dll", "");
        root.Write("output/packages/Shop.nupkg", "");
        root.Write("src/Shop.cs", "");

        var result = await PipelineBuild.RunAsync<DotNetBuild>(new() { Arguments = ["Clean"], Root = root.Path }, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Success);
        Directory.Exists(root / "artifacts").ShouldBeFalse();
        Directory.Exists(root / "output").ShouldBeFalse();
        File.Exists(root / "src" / "Shop.cs").ShouldBeTrue();
    }

    [TestCase("", false, "Debug")]
    [TestCase("", true, "Release")]
    [TestCase("release", false, "Release")]
    [TestCase("DEBUG", true, "Debug")]
    public async Task The_configuration_follows_the_place_unless_said(string said, bool server, string expected)
    {
        using var root = Root();
        using var output = new StringWriter();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        if (server)
        {
            environment["CI"] = "true";
        }

        var result = await PipelineBuild.RunAsync<DotNetBuild>(
            new() { Arguments = ["TellConfiguration", .. said.Length == 0 ? Array.Empty<string>() : ["--configuration", said]], Root = root.Path, Environment = environment, Output = output },
            CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Success, output.ToString());
        output.ToString().ShouldContain($"Configuration is {expected}.");
    }

    [Test]
    public async Task An_unknown_configuration_stops_before_anything_runs()
    {
        using var root = Root();

        var result = await PipelineBuild.RunAsync<DotNetBuild>(new() { Arguments = ["TellConfiguration", "--configuration", "Relaese"], Root = root.Path }, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Invalid);
    }

    [Test]
    public async Task A_root_with_two_solutions_asks_which_one()
    {
        using var root = Root();
        root.Write("Shop.sln", "");
        root.Write("Other.slnx", "");
        using var output = new StringWriter();

        var result = await PipelineBuild.RunAsync<DotNetBuild>(new() { Arguments = ["Restore"], Root = root.Path, Output = output, Error = output }, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Invalid);
        output.ToString().ShouldContain("There are several solutions");
        output.ToString().ShouldContain("Other.slnx, Shop.sln");
    }

    private static ScratchFolder Root()
    {
        var root = new ScratchFolder();
        root.Write(".nuke/parameters.json", "{}");
        return root;
    }

    private static Task<BuildResult> PlanAsync(ScratchFolder root, params string[] targets) =>
        PipelineBuild.RunAsync<DotNetBuild>(new() { Arguments = [.. targets, "--plan"], Root = root.Path }, CancellationToken.None);
}
