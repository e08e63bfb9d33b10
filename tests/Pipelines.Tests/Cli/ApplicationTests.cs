using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tests.Execution;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Cli;

[TestFixture]
public sealed class ApplicationTests
{
    [Test]
    public async Task Help_shows_targets_and_parameters_with_types_and_values()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("--help --api-key sesame-open", defaults: shop => shop.Test);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
        Snapshot.Match(ran.Output);
    }

    [Test]
    public async Task Mistakes_are_told_all_at_once_with_what_was_meant_and_nothing_starts()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("Tset --flavor sour --parallel x");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Output.ShouldBeEmpty();
        Snapshot.Match(ran.Error);
    }

    [Test]
    public async Task A_plan_shows_what_a_target_would_do_and_runs_nothing()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("Deploy --plan");

        ran.Result.Targets.ShouldBeEmpty();
        Directory.Exists(workspace.Folder / ".nuke").ShouldBeFalse();
        ran.Output.ShouldContain("staging, then production");
    }

    [Test]
    public async Task The_default_targets_run_when_none_is_named()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("", defaults: shop => shop.Test);

        ran.Result.Plan.Targets.Select(target => target.Name).ShouldBe(["Compile", "Test"]);
    }

    [Test]
    public async Task A_query_prints_its_answer_and_nothing_else()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("Status");

        ran.Output.ShouldBe("{\"stage\":\"staging\"}\n");
        ran.Error.ShouldBeEmpty();
    }

    [Test]
    public async Task A_failing_query_explains_itself_elsewhere()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("Ask");

        ran.Output.ShouldBeEmpty();
        ran.Error.ShouldContain("Ask failed: nobody is there");
    }

    [Test]
    public async Task A_parameter_of_a_component_reaches_its_targets()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Shop>("Deploy --to production");

        ran.Output.ShouldContain("deployed to production");
    }

    [Test]
    public async Task What_an_initialiser_throws_is_told_without_a_crash()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Broken>("Test");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldStartWith("error: The build could not be read: InvalidOperationException: no oven");
    }

    private sealed class Broken : PipelineBuild
    {
        private readonly string _oven = FindOven();

        public Target Test => _ => _.Executes(() => Log.Information(_oven));

        private static string FindOven() => throw new InvalidOperationException("no oven");
    }

    private enum Flavour
    {
        Sweet,
        Sour,
    }

    private interface IDeploy : IPipelineBuild
    {
        [Parameter("Stage to stop at")]
        string? To => TryGetValue(() => To);

        Target Deploy => _ => _
            .Description("Brings the release to its stages")
            .Plans(_ => Task.FromResult<IReadOnlyList<string>>(["staging, then production"]))
            .Executes(() => Log.Information("deployed to {Stage}", To));
    }

    private sealed class Shop : PipelineBuild, IDeploy
    {
        [Parameter("Taste of the build")]
        private readonly Flavour _flavour = IsLocalBuild ? Flavour.Sweet : Flavour.Sour;

        [Parameter("Opens the door")]
        private readonly Secret? _apiKey = null;

        [Parameter, Required]
        private readonly string[] _shelves = ["left"];

        public Target Compile => _ => _.Executes(() => Log.Information("{Flavour} {Key} {Shelves}", _flavour, _apiKey, _shelves));

        public Target Test => _ => _.Description("Runs the tests").DependsOn(Compile).Executes(() => Log.Information("tested"));

        public Target Status => _ => _.Answers().DependsOn(Compile).Executes(run => run.Output.WriteLine("{\"stage\":\"staging\"}"));

        public Target Ask => _ => _.Answers().Executes(() => throw new TargetFailedException("nobody is there"));

        public Target Internal => _ => _.Unlisted();
    }
}
