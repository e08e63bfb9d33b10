using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Execution.Continuing;

[TestFixture]
public sealed class ContinueTests
{
    [Test]
    public async Task A_failed_run_goes_on_where_it_failed_with_the_results_it_had()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("broken", "");
        var first = await workspace.RunAsync<Journey>("Arrive");
        Steps.Begin();

        File.Delete(workspace.Folder / "broken");
        var second = await workspace.RunAsync<Journey>("--continue");

        first.Status("Drive").ShouldBe(TargetStatus.Failed);
        Steps.Current.All.ShouldBe(["Drive", "Arrive in 3", "Unpack", "Rest"]);
        second.Reason("Pack")!.ShouldStartWith("succeeded in run ");
        second.Result.Outcome("Pack").Figures.ShouldBe([new Figure("Bags", "3")]);
        second.Result.Result<int>("Pack").ShouldBe(3);
        second.Result.ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Test]
    public async Task A_continued_run_that_fails_again_can_be_continued_again()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("broken", "");
        await workspace.RunAsync<Journey>("Arrive");
        await workspace.RunAsync<Journey>("--continue");
        Steps.Begin();

        File.Delete(workspace.Folder / "broken");
        var third = await workspace.RunAsync<Journey>("Arrive --continue");

        Steps.Current.All.ShouldNotContain(step => step == "Pack");
        third.Result.Result<int>("Pack").ShouldBe(3);
    }

    [Test]
    public async Task What_is_done_anew_is_followed_by_all_that_depends_on_it()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("broken", "");
        workspace.Folder.Write("map.txt", "north");
        await workspace.RunAsync<Journey>("Follow");
        Steps.Begin();

        workspace.Folder.Write("map.txt", "south");
        await workspace.RunAsync<Journey>("--continue");

        Steps.Current.All.ShouldContain(step => step == "Plan");
        Steps.Current.All.ShouldContain(step => step == "Learn");
    }

    [TestCase("Arrive --continue", "there is no earlier run here", null)]
    [TestCase("Arrive --continue --speed 9", "another value was given for Speed", "Arrive")]
    [TestCase("Pack --continue", "its plan was another one, for Arrive", "Arrive")]
    [TestCase("Pack --continue", "succeeded", "Pack")]
    public async Task It_is_refused(string arguments, string reason, string? before)
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("broken", "");
        if (before is not null)
        {
            await workspace.RunAsync<Journey>(before);
        }
        Steps.Begin();

        var ran = await workspace.RunAsync<Journey>(arguments);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain(reason);
        Steps.Current.All.ShouldBeEmpty();
    }

    [Test]
    public async Task Another_build_does_not_go_on_with_it()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("broken", "");
        await workspace.RunAsync<Journey>("Arrive");
        var state = Directory.GetFiles(workspace.Folder / ".nuke/temp/runs", "state.tsv", SearchOption.AllDirectories).ShouldHaveSingleItem();
        await File.WriteAllTextAsync(state, (await File.ReadAllTextAsync(state)).Replace("code\t", "code\tx", StringComparison.Ordinal));

        (await workspace.RunAsync<Journey>("--continue")).Error.ShouldContain("the build was compiled anew since");
    }

    [Test]
    public async Task A_run_that_was_killed_is_continued_from_what_it_had_written_down()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("broken", "");
        await workspace.RunAsync<Journey>("Arrive");
        var state = Directory.GetFiles(workspace.Folder / ".nuke/temp/runs", "state.tsv", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var rows = await File.ReadAllTextAsync(state);
        await File.WriteAllTextAsync(state, rows[..rows.IndexOf("end\t", StringComparison.Ordinal)] + "done\tDri");
        Steps.Begin();

        File.Delete(workspace.Folder / "broken");
        await workspace.RunAsync<Journey>("--continue");

        Steps.Current.All.ShouldBe(["Drive", "Arrive in 3", "Unpack", "Rest"]);
    }

    [SetUp]
    public void BeginSteps() => Steps.Begin();

    private sealed class Journey : PipelineBuild
    {
        [Parameter]
        private readonly int _speed = 5;

        public Target<int> Pack => _ => _.Triggers(Unpack).Executes(run =>
        {
            Steps.Add("Pack");
            run.Summary("Bags", "3");
            return 3;
        });

        public Target Drive => _ => _.DependsOn(Pack).After(Learn).Executes(() =>
        {
            Steps.Add("Drive");
            if (File.Exists(RootDirectory / "broken"))
            {
                throw new TargetFailedException($"a flat tyre at {_speed}");
            }
        });

        public Target Arrive => _ => _.DependsOn(Drive, Pack).Triggers(Rest).Executes(run => Steps.Add($"Arrive in {run.Result(Pack)}"));

        public Target Unpack => _ => _.After(Arrive).Executes(() => Steps.Add("Unpack"));

        public Target Rest => _ => _.AssuredAfterFailure().After(Unpack).Executes(() => Steps.Add("Rest"));

        public Target<string> Plan => _ => _.Inputs("map.txt").Executes(() =>
        {
            Steps.Add("Plan");
            return File.ReadAllText(RootDirectory / "map.txt");
        });

        public Target Learn => _ => _.DependsOn(Plan).Executes(() => Steps.Add("Learn"));

        public Target Follow => _ => _.DependsOn(Learn, Drive).Executes(() => Steps.Add("Follow"));
    }
}
