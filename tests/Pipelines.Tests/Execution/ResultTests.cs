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
        ran.Result.Outcome("Announce").Figures.ShouldBe([new Figure("Images", "1"), new Figure("Size", "2 MB")]);
    }

    [TestCase("Forgetful")]
    [TestCase("ForgetfulLater")]
    [TestCase("ForgetfulMethod")]
    [TestCase("ForgetfulOfAComponent")]
    [TestCase("ForgetfulOfALocal")]
    public async Task Reading_a_result_without_depending_on_it_is_found_before_anything_runs(string target)
    {
        using var workspace = new Workspace();
        Steps.Begin();

        var ran = await workspace.RunAsync<Results>($"Remember {target}");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Result.Targets.ShouldBeEmpty();
        ran.Result.Problems.ShouldBe([$"Target '{target}' reads the result of 'Build' but does not depend on it. Add DependsOn(Build)."]);
        Steps.Current.All.ShouldBeEmpty();
    }

    [Test]
    public async Task Reading_one_through_another_method_is_found_when_it_runs()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("ForgetfulElsewhere");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Reason("ForgetfulElsewhere").ShouldBe("Target 'ForgetfulElsewhere' reads the result of 'Build' but does not depend on it. Add DependsOn(Build).");
    }

    [Test]
    public async Task A_result_that_cannot_be_kept_as_JSON_fails_its_target_and_says_why()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Results>("Unwritable");

        ran.Status("Unwritable").ShouldBe(TargetStatus.Failed);
        ran.Reason("Unwritable")!.ShouldStartWith("A result of type Type cannot be kept as JSON: ");
    }

    [Test]
    public async Task Results_are_kept_with_the_run()
    {
        using var workspace = new Workspace();

        await workspace.RunAsync<Results>("Push");

        var file = Directory.GetFiles(workspace.Folder / ".nuke/temp/runs", "Build.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file)).ShouldBe("""{"Name":"storefront","Digest":"sha256:1"}""");
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
        using var workspace = new Workspace { Time = TimeProvider.System };

        var ran = await workspace.RunAsync<Results>("Shell");

        ran.Output.ShouldContain("  hello from a program");
        ran.Reason("Shell")!.ShouldContain("3");
        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
    }

    private sealed record Image(string Name, string Digest);

    private interface IImage
    {
        Target<Image> Build => _ => _.Executes(() => new Image("storefront", "sha256:1"));

        Target ForgetfulOfAComponent => _ => _.Executes(run => Log.Information("{Image}", run.Result(Build)));
    }

    private sealed class Results : PipelineBuild, IImage
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

        public Target Remember => _ => _.DependsOn(Build).Executes(run => Steps.Add($"{run.Result(Build)}"));

        public Target ForgetfulLater => _ => _.Executes(async (run, cancellationToken) =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Log.Information("{Image}", run.Result(Build));
        });

        public Target ForgetfulMethod => _ => _.Executes(TellImage);

        public Target ForgetfulOfALocal => _ =>
        {
            var name = "storefront";
            return _.Executes(run => Log.Information("{Image} is {Name}", run.Result(((IImage)this).Build), name));
        };

        public Target ForgetfulElsewhere => _ => _.Executes(run => Read(run, Build));

        public Target<Type> Unwritable => _ => _.Executes(() => typeof(string));

        public Target Optional => _ => _.OnlyWhenDynamic(() => IsServerBuild).Executes(() => Log.Error("must not run"));

        public Target AfterOptional => _ => _.DependsOn(Optional).Executes(() => Log.Information("runs"));

        public Target Publish => _ => _.Requires(() => _apiKey).Requires(() => IsServerBuild).Executes(() => Log.Error("must not run"));

        public Target Shell => _ => _.Executes(cancellationToken => RunAsync(Pipelines.Tools.Command.Of("sh", "-c", "echo hello from a program; exit 3"), cancellationToken));

        private static void Read(ITargetRun run, Target<Image> image) => Log.Information("{Image}", run.Result(image));

        private void TellImage(ITargetRun run) => Log.Information("{Image}", run.Result(Build));
    }
}
