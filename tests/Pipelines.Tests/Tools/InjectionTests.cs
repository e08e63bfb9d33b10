using NUnit.Framework;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Tools;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InjectionTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Test]
    public async Task What_nobody_uses_is_not_looked_for()
    {
        // No solution is here, and no repository: asking for either would be told.
        var ran = await RunAsync("Idle");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Test]
    public async Task The_only_solution_of_the_root_is_read_when_a_target_asks()
    {
        _workspace.Folder.Write("Shop.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""");

        (await RunAsync("TellProjects")).Output.ShouldContain("A, B");
    }

    [Test]
    public async Task A_solution_that_is_missing_fails_the_target_that_asks_and_says_the_way_out()
    {
        var ran = await RunAsync("TellProjects");

        ran.Result.ExitCode.ShouldNotBe(ExitCodes.Success);
        (ran.Output + ran.Error).ShouldContain("There is no solution in");
    }

    [Test]
    public async Task A_project_that_the_compiler_saw_and_the_run_does_not_is_named()
    {
        _workspace.Folder.Write("Shop.slnx", """<Solution><Project Path="src/A/A.csproj" /></Solution>""");

        var ran = await RunAsync("TellTyped");

        (ran.Output + ran.Error).ShouldContain("Project 'Pipelines.Delivery' is not in Shop.slnx. Its projects: A.");
    }

    [Test]
    public async Task Git_is_asked_when_a_target_asks() => (await RunAsync("TellGit")).Output.ShouldContain("not a git repository");

    [Test]
    public async Task A_component_gets_its_value_once() => (await RunAsync("TellOther")).Output.ShouldContain("other/Other.slnx True");

    private Task<Ran> RunAsync(string target) => _workspace.RunAsync<InjectedBuild>(target);
}
