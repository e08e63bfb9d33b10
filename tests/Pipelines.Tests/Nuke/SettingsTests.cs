using NUnit.Framework;
using Pipelines.Nuke;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Nuke;

public sealed class SettingsTests
{
    [Test]
    public void Setters_give_changed_copies()
    {
        var empty = new DotNetTestSettings();
        var full = empty
            .SetProjectFile("x.csproj")
            .SetConfiguration("Release")
            .EnableNoBuild()
            .SetLoggers("trx", "console")
            .AddLoggers("html")
            .SetVerbosity(DotNetVerbosity.quiet)
            .SetProperty("Number", 1.5)
            .AddProcessAdditionalArguments("--blame")
            .SetProcessExecutionTimeout(90_000)
            .SetProcessEnvironmentVariable("KEY", "value");

        full.ToCommand().ToString().ShouldBe("dotnet test x.csproj --configuration Release --no-build --logger trx --logger console --logger html --verbosity quiet -p:Number=1.5 --blame");
        full.ToCommand().Timeout.ShouldBe(TimeSpan.FromSeconds(90));
        full.ToCommand().Environment["KEY"].ShouldBe("value");
        full.DisableNoBuild().ResetConfiguration().ClearLoggers().RemoveProperty("Number").ToCommand().ToString().ShouldBe("dotnet test x.csproj --verbosity quiet --blame");
        empty.ToCommand().ToString().ShouldBe("dotnet test .");
    }

    [Test]
    public void Settings_are_combined_with_values()
    {
        var combined = new DotNetPublishSettings().SetProject("x").CombineWith(["a", "b"], (s, runtime) => s.SetRuntime(runtime)).CombineWith([true, false], (s, self) => s.SetSelfContained(self));

        combined.Select(settings => settings.ToCommand().ToString()).ShouldBe(
        [
            "dotnet publish x --runtime a --self-contained", "dotnet publish x --runtime a", "dotnet publish x --runtime b --self-contained", "dotnet publish x --runtime b",
        ]);
    }

    [Test]
    public void A_key_is_masked_from_the_start() =>
        new DotNetNuGetPushSettings().SetTargetPath("x.nupkg").SetApiKey("key-0815").EnableSkipDuplicate().ToCommand().ToString().ShouldBe("dotnet nuget push x.nupkg --api-key *** --skip-duplicate");

    [Test]
    public async Task A_task_runs_in_the_target_that_calls_it_and_gives_the_lines()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<TaskBuild>("Version");

        ran.Output.ShouldContain("$ dotnet --version");
        ran.Output.ShouldContain("It is 10.");
    }

    [Test]
    public async Task Every_failure_is_told_when_all_are_to_complete()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<TaskBuild>("Fail");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        ran.Output.ShouldContain("no-such-1.csproj");
        ran.Output.ShouldContain("no-such-2.csproj");
    }
}
