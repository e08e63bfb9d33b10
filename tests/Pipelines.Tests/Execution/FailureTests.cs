using NUnit.Framework;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class FailureTests
{
    [Test]
    public async Task A_failure_stops_what_runs_beside_it_and_what_would_follow()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Failing>("Broken Endless Dependent Later --parallel 2");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        ran.Status("Broken").ShouldBe(TargetStatus.Failed);
        ran.Status("Endless").ShouldBe(TargetStatus.Cancelled);
        ran.Reason("Endless").ShouldBe("cancelled because 'Broken' failed");
        ran.Status("Dependent").ShouldBe(TargetStatus.NotRun);
        ran.Reason("Dependent").ShouldBe("'Broken' failed");
        ran.Status("Later").ShouldBe(TargetStatus.NotRun);
    }

    [Test]
    public async Task Independent_targets_go_on_after_a_failure_that_may_be_passed_and_dependents_do_not()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Failing>("Tolerated AfterTolerated Fine --parallel 1");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        ran.Status("AfterTolerated").ShouldBe(TargetStatus.NotRun);
        ran.Status("Fine").ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task An_assured_target_runs_after_a_failure_elsewhere_but_not_of_its_own_dependency()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Failing>("Broken CleanUp CleanUpAfterDeploy --parallel 1");

        ran.Status("CleanUp").ShouldBe(TargetStatus.Succeeded);
        ran.Status("CleanUpAfterDeploy").ShouldBe(TargetStatus.NotRun);
        ran.Reason("CleanUpAfterDeploy").ShouldBe("'Broken' failed");
    }

    [Test]
    public async Task An_assured_target_that_is_triggered_runs_also_when_its_trigger_failed()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Failing>("Start");

        ran.Status("Start").ShouldBe(TargetStatus.Failed);
        ran.Status("Announce").ShouldBe(TargetStatus.NotRun);
        ran.Status("Stop").ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task The_largest_exit_code_of_the_failures_is_the_one_of_the_run()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Failing>("Tolerated RolledBack --parallel 1");

        ran.Result.ExitCode.ShouldBe(ExitCodes.RolledBack);
    }

    [Test]
    public async Task The_message_of_a_failure_stands_whole_at_the_end_without_frames_of_the_engine()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Failing>("Broken");

        ran.Output.ShouldContain("Broken failed: InvalidOperationException: the oven is cold");
        ran.Output.ShouldContain("FailureTests.cs");
        ran.Output.ShouldNotContain("at Pipelines.Execution.");
        ran.Output.ShouldContain("Run it again: ./build.sh Broken");
    }

    private sealed class Failing : PipelineBuild
    {
        public Target Broken => _ => _
            .Executes(async () =>
            {
                await Task.Yield();
                throw new InvalidOperationException("the oven is cold");
            });

        public Target Endless => _ => _.Executes(cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));

        public Target Dependent => _ => _.DependsOn(Broken).Executes(() => Log.Error("must not run"));

        public Target Later => _ => _.After(Broken).Executes(() => Log.Error("must not run"));

        public Target Tolerated => _ => _.ProceedAfterFailure().Executes(() => throw new TargetFailedException("tolerated"));

        public Target AfterTolerated => _ => _.DependsOn(Tolerated).Executes(() => Log.Error("must not run"));

        public Target Fine => _ => _.After(Tolerated).Executes(() => Log.Information("fine"));

        public Target RolledBack => _ => _.Executes(() => throw new TargetFailedException("rolled back", ExitCodes.RolledBack));

        public Target CleanUp => _ => _.AssuredAfterFailure().After(Broken).Executes(() => Log.Information("clean"));

        public Target CleanUpAfterDeploy => _ => _.AssuredAfterFailure().DependsOn(Broken).Executes(() => Log.Error("must not run"));

        public Target Start => _ => _.Triggers(Stop, Announce).Executes(() => throw new TargetFailedException("did not start"));

        public Target Stop => _ => _.AssuredAfterFailure().Executes(() => Log.Information("stopped"));

        public Target Announce => _ => _.Executes(() => Log.Error("must not run"));
    }
}
