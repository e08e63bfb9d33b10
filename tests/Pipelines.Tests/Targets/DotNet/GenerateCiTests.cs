using NUnit.Framework;
using Pipelines.Targets.DotNet;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GenerateCiTests : IDisposable
{
    private const string Other = "1111111111111111111111111111111111111111";
    private readonly Workspace _workspace = new() { Time = TimeProvider.System };

    private string Workflow => _workspace.Folder / ".github/workflows/checks.yml";

    private string Second => _workspace.Folder / ".github/workflows/nightly.yml";

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
        again.Output.ShouldContain("4 files of CI are as they should be");
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
    public async Task A_file_that_is_missing_is_named_and_not_shown_whole()
    {
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        File.Delete(Workflow);

        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi --check");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        ran.Output.ShouldContain(".github/workflows/checks.yml is missing.");
        ran.Output.ShouldNotContain("runs-on");
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
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        await BumpAsync($"actions/checkout@{Other} # v99.0.1");
        var bumped = await File.ReadAllTextAsync(Workflow);
        File.Delete(Second);

        var ran = await _workspace.RunAsync<CiBuild>("GenerateCi");
        var again = await _workspace.RunAsync<CiBuild>("GenerateCi --check");

        ran.Result.ExitCode.ShouldBe(0, ran.Output);
        again.Result.ExitCode.ShouldBe(0, again.Output);
        (await File.ReadAllTextAsync(Workflow)).ShouldBe(bumped);
        (await File.ReadAllTextAsync(Second)).ShouldContain($"uses: actions/checkout@{Other} # v99.0.1");
    }

    [TestCase($"actions/checkout@{Other} # v6.9.9", TestName = "An_older_version_is_no_bump")]
    [TestCase($"actions/checkout@{Other} # v7.0.1", TestName = "Another_commit_of_the_same_version_is_no_bump")]
    [TestCase("actions/checkout@v99.0.1", TestName = "A_tag_is_no_bump")]
    [TestCase("actions/checkout@main # v99.0.1", TestName = "A_branch_is_no_bump")]
    [TestCase("actions/checkout@11111111 # v99.0.1", TestName = "A_part_of_a_commit_is_no_bump")]
    [TestCase($"actions/checkout@{Other}", TestName = "A_commit_without_a_version_is_no_bump")]
    [TestCase($"actions/checkout@{Other} # v99", TestName = "A_moving_version_is_no_bump")]
    [TestCase($"actions/checkout@{Other} # v99.0.1-preview", TestName = "A_preview_is_no_bump")]
    [TestCase($"actlons/checkout@{Other} # v99.0.1", TestName = "An_action_of_somebody_else_is_no_bump")]
    public async Task What_is_no_bump_is_told_and_written_over(string uses)
    {
        await _workspace.RunAsync<CiBuild>("GenerateCi");
        var before = await File.ReadAllTextAsync(Workflow);
        await BumpAsync(uses);

        var compared = await _workspace.RunAsync<CiBuild>("GenerateCi --check");
        await _workspace.RunAsync<CiBuild>("GenerateCi");

        compared.Result.ExitCode.ShouldBe(ExitCodes.Failed, compared.Output);
        compared.Output.ShouldContain($"-        uses: {uses}");
        (await File.ReadAllTextAsync(Workflow)).ShouldBe(before);
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

    // As a bot does it: in the line of the step, and nowhere else.
    private async Task BumpAsync(string uses)
    {
        var lines = await File.ReadAllLinesAsync(Workflow);
        var at = Array.FindIndex(lines, line => line.Contains("uses: actions/checkout@", StringComparison.Ordinal));
        lines[at] = $"{lines[at].Split("uses: ")[0]}uses: {uses}";
        await File.WriteAllTextAsync(Workflow, string.Concat(lines.Select(line => $"{line}\n")));
    }

    private sealed class CiBuild : PipelineBuild, IGenerateCi
    {
        public CiSystem CiSystems => CiSystem.All;

        public Target Smoke => _ => _.Executes(() => { });

        public IEnumerable<Workflow> DefineWorkflows() => [new Workflow("Checks") { Triggers = [new Trigger.Push("main")] }.Runs(Smoke), Workflows.Scheduled("Nightly", "17 3 * * *", Smoke)];
    }

    private sealed class QuietBuild : PipelineBuild, IGenerateCi;
}
