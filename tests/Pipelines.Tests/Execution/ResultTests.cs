using NUnit.Framework;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class ResultTests
{
    [Test]
    public async Task A_result_reaches_whoever_depends_on_its_target_also_through_others()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("Announce");

        ran.Output.ShouldContain("image sha256:1 of storefront");
        ran.Result.Result<Image>("Build").ShouldBe(new Image("storefront", "sha256:1"));
        ran.Result.Outcome("Announce").Figures.ShouldBe([KeyValuePair.Create("Images", "1"), KeyValuePair.Create("Size", "2 MB")]);
    }

    [Test]
    public async Task Reading_a_result_without_depending_on_it_is_a_mistake_of_the_definition()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("Forgetful");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Reason("Forgetful").ShouldBe("Target 'Forgetful' reads the result of 'Build' but does not depend on it. Add DependsOn(Build).");
    }

    [Test]
    public async Task A_condition_that_does_not_hold_skips_the_target_and_says_its_text()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("AfterOptional");

        ran.Status("Optional").ShouldBe(TargetStatus.Skipped);
        ran.Reason("Optional").ShouldBe("only when IsServerBuild");
        ran.Status("AfterOptional").ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task Missing_requirements_stop_the_run_before_anything_starts_all_at_once()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("Publish");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Result.Targets.ShouldBeEmpty();
        ran.Result.Problems.Length.ShouldBe(2);
        ran.Error.ShouldContain("Give '--api-key VALUE'");
        ran.Error.ShouldContain("requires IsServerBuild, which does not hold");
    }

    [Test]
    public async Task What_a_program_prints_is_told_by_the_target_that_runs_it()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("Shell");

        ran.Output.ShouldContain("  hello from a program");
        ran.Reason("Shell")!.ShouldContain("3");
        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
    }

    private sealed record Image(string Name, string Digest);

    private sealed class Results : PipelineBuild
    {
        [Parameter]
        private readonly string? _apiKey = null;

        public Target<Image> Build => _ => _.Executes(() => new Image("storefront", "sha256:1"));

        public Target Push => _ => _.DependsOn(Build).Executes(() => Log.Information("pushed"));

        public Target Announce => _ => _.DependsOn(Push).Executes(run =>
        {
            Log.Information("image {Digest} of {Name}", run.Result(Build).Digest, run.Result(Build).Name);
            run.Summary("Images", "0");
            run.Summary("Size", "2 MB");
            run.Summary("Images", "1");
        });

        public Target Forgetful => _ => _.Executes(run => Log.Information("{Image}", run.Result(Build)));

        public Target Optional => _ => _.OnlyWhenDynamic(() => IsServerBuild).Executes(() => Log.Error("must not run"));

        public Target AfterOptional => _ => _.DependsOn(Optional).Executes(() => Log.Information("runs"));

        public Target Publish => _ => _.Requires(() => _apiKey).Requires(() => IsServerBuild).Executes(() => Log.Error("must not run"));

        public Target Shell => _ => _.Executes(cancellationToken => RunAsync(Pipelines.Tools.Command.Of("sh", "-c", "echo hello from a program; exit 3"), cancellationToken));
    }
}
