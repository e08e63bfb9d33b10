using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class CancellationTests
{
    [Test]
    public async Task Cancelling_stops_targets_runs_assured_ones_with_a_live_token_and_exits_130()
    {
        using var workspace = new Workspace();
        using var stop = new CancellationTokenSource();
        using var signal = new Signal(stop);

        var ran = await workspace.RunAsync<Stoppable>("Wait Next", stop.Token);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Cancelled);
        ran.Status("Wait").ShouldBe(TargetStatus.Cancelled);
        ran.Status("Next").ShouldBe(TargetStatus.NotRun);
        ran.Status("CleanUp").ShouldBe(TargetStatus.Succeeded);
        ran.Output.ShouldContain("Cancelled after");
    }

    [Test]
    [Platform("Linux", Reason = "skipped: needs /proc")]
    public async Task What_a_shell_that_is_gone_had_put_into_the_background_ends_with_a_cancelled_run()
    {
        using var workspace = new Workspace();
        using var stop = new CancellationTokenSource();
        using var signal = new Signal(stop);

        var ran = await workspace.RunAsync<Stoppable>("Leave", stop.Token);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Cancelled);
        var stat = $"/proc/{await File.ReadAllTextAsync(workspace.Folder / "left")}/stat".ReplaceLineEndings("");

        // A process that was killed is there for a moment more.
        await Eventually.HoldsAsync("the program in the background to be gone", async token => !File.Exists(stat) || (await File.ReadAllTextAsync(stat, token)).Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(10), TimeProvider.System);
    }

    [Test]
    public async Task A_limit_fails_work_that_takes_longer()
    {
        using var workspace = new Workspace();
        Steps.Begin(workspace.Time);

        var ran = await workspace.RunAsync<Slow>("Hangs");

        ran.Status("Hangs").ShouldBe(TargetStatus.Failed);
        ran.Reason("Hangs")!.ShouldContain("took longer than its limit of 00:01:00");
    }

    [Test]
    public async Task Work_that_does_not_listen_is_left_behind_and_said_so()
    {
        using var workspace = new Workspace();
        Steps.Begin(workspace.Time);

        using var end = new CancellationTokenSource();
        using var signal = new Signal(end);

        var ran = await workspace.RunAsync<Slow>("Deaf");
        await Signal.SendAsync();

        ran.Status("Deaf").ShouldBe(TargetStatus.Failed);
        ran.Reason("Deaf")!.ShouldContain("did not stop within 1.5 s");
    }

    [Test]
    public async Task Work_that_needs_longer_to_stop_gets_the_time_it_asks_for()
    {
        using var workspace = new Workspace();
        Steps.Begin(workspace.Time);

        using var end = new CancellationTokenSource();
        using var signal = new Signal(end);

        var ran = await workspace.RunAsync<Slow>("GoesBack");
        await Signal.SendAsync();

        ran.Reason("GoesBack")!.ShouldContain("did not stop within 120 s");
    }

    [Test]
    public async Task Work_that_was_left_behind_is_not_tried_again_beside_itself()
    {
        using var workspace = new Workspace();
        Steps.Begin(workspace.Time);

        using var end = new CancellationTokenSource();
        using var signal = new Signal(end);

        var ran = await workspace.RunAsync<Slow>("DeafAndStubborn");
        await Signal.SendAsync();

        ran.Status("DeafAndStubborn").ShouldBe(TargetStatus.Failed);
        ran.Output.ShouldNotContain("Try 1 of 3 failed");
    }

    [Test]
    public async Task Work_that_took_too_long_is_tried_again()
    {
        using var workspace = new Workspace();
        Steps.Begin(workspace.Time);

        var ran = await workspace.RunAsync<Slow>("HangsOnce");

        ran.Result.Result<int>("HangsOnce").ShouldBe(2);
        ran.Output.ShouldContain("Try 1 of 2 failed: 'HangsOnce' took longer than its limit of 00:01:00");
    }

    [Test]
    public async Task Work_is_tried_again_after_its_delay()
    {
        var time = new SkippingTime();
        using var workspace = new Workspace { Time = time };

        var ran = await workspace.RunAsync<Flaky>("Third");

        ran.Result.Result<int>("Third").ShouldBe(3);
        time.Elapsed.ShouldBe(TimeSpan.FromSeconds(20));
        ran.Output.ShouldContain("Try 2 of 4 failed, next in 10.0 s: not yet");
    }

    private sealed class Signal : IDisposable
    {
        private static readonly AsyncLocal<CancellationTokenSource?> Slot = new();

        public Signal(CancellationTokenSource stop) => Slot.Value = stop;

        public static bool WasSent => Slot.Value!.IsCancellationRequested;

        public static Task SendAsync() => Slot.Value!.CancelAsync();

        public void Dispose() => Slot.Value = null;
    }

    private sealed class Stoppable : PipelineBuild
    {
        public Target Wait => _ => _.Executes(async cancellationToken =>
        {
            await Signal.SendAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });

        // As a terminal does it: the shell gets the signal, too.
        public Target Leave => _ => _.Executes(async cancellationToken =>
        {
            await Should.ThrowAsync<TargetFailedException>(() => RunAsync(Command.Of("/bin/sh", "-c", "sleep 300 >/dev/null 2>&1 & echo $! >left; kill -KILL $$"), cancellationToken));
            await Signal.SendAsync();
            cancellationToken.ThrowIfCancellationRequested();
        });

        public Target Next => _ => _.After(Wait).Executes(() => Log.Error("must not run"));

        public Target CleanUp => _ => _.TriggeredBy(Wait).AssuredAfterFailure().Executes(async cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        });
    }

    private sealed class Slow : PipelineBuild
    {
        public Target Hangs => _ => _.Timeout(TimeSpan.FromMinutes(1)).Executes(HangAsync);

        // It goes on, hour by hour, until the test is over.
        public Target Deaf => _ => _.Timeout(TimeSpan.FromMinutes(1)).Executes(async () =>
        {
            while (!Signal.WasSent)
            {
                await Task.Delay(TimeSpan.FromHours(1), Steps.Current.Time, CancellationToken.None);
            }
        });

        public Target DeafAndStubborn => _ => _.Inherit(Deaf).Retry(2);

        public Target GoesBack => _ => _.Inherit(Deaf).StopsWithin(TimeSpan.FromMinutes(2));

        public Target<int> HangsOnce => _ => _.Timeout(TimeSpan.FromMinutes(1)).Retry(1).Executes(async cancellationToken =>
        {
            if (++_tries == 1)
            {
                await HangAsync(cancellationToken);
            }
            return _tries;
        });

        private int _tries;

        // The hour is over at once; what comes then is the limit.
        private static async Task HangAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromHours(1), Steps.Current.Time, cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }

    private sealed class Flaky : PipelineBuild
    {
        private int _tries;

        public Target<int> Third => _ => _.Retry(3, TimeSpan.FromSeconds(10)).Executes(() => ++_tries == 3 ? _tries : throw new TargetFailedException("not yet"));
    }
}
