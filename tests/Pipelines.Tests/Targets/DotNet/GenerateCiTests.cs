using NUnit.Framework;
using Pipelines.Targets.DotNet;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GenerateCiTests : IDisposable
{
    private readonly Workspace _workspace = new() { Time = TimeProvider.System };

    private string Workflow => _workspace.Folder / ".github/workflows/checks.yml";

    public void Dispose() => _workspace.Dispose();

    [Test]
    public async Task Only_its_own_target_writes_files_and_only_those_that_changed()
    {
        var checkedFirst = await _workspace.RunAsync<CiBuild>("GenerateCi --check");
        var isWritten = File.Exists(Workflow);
        var written = await _workspace.RunAsync<CiBuild>("GenerateCi");
        var again = await _workspace.RunAsync<CiBuild>("GenerateCi");

        checkedFirst.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        isWritten.ShouldBeFalse();
        written.Result.ExitCode.ShouldBe(0, written.Output);
        written.Output.ShouldContain("Wrote .github/workflows/checks.yml");
        again.Output.ShouldContain("2 files of CI are as they should be");
    }

    [Test]
    public async Task A_difference_is_shown_with_the_cure()
    {
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        await File.WriteAllTextAsync(Workflow, (await File.ReadAllTextAsync(Workflow)).Replace("timeout-minutes: 30", "timeout-minutes: 300", StringComparison.Ordinal));

        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi --check");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        ran.Output.ShouldContain("--- .github/workflows/checks.yml");
        ran.Output.ShouldContain("-    timeout-minutes: 300");
        ran.Output.ShouldContain("+    timeout-minutes: 30");
        ran.Output.ShouldContain("Run './build.sh GenerateCi' and commit what it writes.");
    }

    [Test]
    public async Task A_file_that_no_workflow_writes_any_more_is_named_and_then_deleted()
    {
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        File.Copy(Workflow, _workspace.Folder / ".github/workflows/old.yml");
        _workspace.Folder.Write(".github/workflows/own.yml", "name: written by hand\n");

        var told = await _workspace.RunAsync<CiBuild>("GenerateCi --check");
        await _workspace.RunAsync<CiBuild>("GenerateCi");

        told.Output.ShouldContain(".github/workflows/old.yml is left over");
        File.Exists(_workspace.Folder / ".github/workflows/old.yml").ShouldBeFalse();
        File.Exists(_workspace.Folder / ".github/workflows/own.yml").ShouldBeTrue();
    }

    [Test]
    public async Task A_file_that_was_written_by_hand_is_not_replaced()
    {
        _workspace.Folder.Write(".gitlab-ci.yml", "by-hand:\n  script: make\n");

        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        ran.Output.ShouldContain(".gitlab-ci.yml was written by hand, so it is not replaced.");
        File.Exists(Workflow).ShouldBeFalse();
    }

    [Test]
    public async Task A_newer_version_of_an_action_that_a_bot_wrote_is_taken_over_into_all_files()
    {
        const string newer = "1111111111111111111111111111111111111111 # v99.0.1";
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        var text = await File.ReadAllTextAsync(Workflow);
        var at = text.IndexOf("actions/checkout@", StringComparison.Ordinal) + "actions/checkout@".Length;
        await File.WriteAllTextAsync(Workflow, text.Replace(text[at..text.IndexOf('\n', at)], newer, StringComparison.Ordinal));

        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi --check");

        ran.Result.ExitCode.ShouldBe(0, ran.Output);
    }

    [Test]
    public async Task A_file_with_other_line_ends_is_the_same()
    {
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        await File.WriteAllTextAsync(Workflow, (await File.ReadAllTextAsync(Workflow)).ReplaceLineEndings("\r\n"));

        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi --check");

        ran.Result.ExitCode.ShouldBe(0, ran.Output);
    }

    [Test]
    public async Task The_plan_shows_the_jobs()
    {
        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi --plan");

        ran.Output.ShouldContain("Checks: push to main");
        ran.Output.ShouldContain("smoke runs Smoke");
    }

    [Test]
    public async Task A_repository_without_workflows_has_no_files()
    {
        var ran = await _workspace.RunAsync<QuietBuild>("GenerateCi");

        ran.Result.ExitCode.ShouldBe(0, ran.Output);
        Directory.Exists(_workspace.Folder / ".github").ShouldBeFalse();
    }

    private sealed class CiBuild : PipelineBuild, IGenerateCi
    {
        public CiSystem CiSystems => CiSystem.All;

        public Target Smoke => _ => _.Executes(() => { });

        public IEnumerable<Workflow> DefineWorkflows() => [new Workflow("Checks") { Triggers = [new Trigger.Push("main")] }.Runs(Smoke)];
    }

    private sealed class QuietBuild : PipelineBuild, IGenerateCi;
}
