using System.Text.Json;
using NUnit.Framework;
using Pipelines.Execution;
using Pipelines.Hosts.Reports;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Hosts.Reports;

[TestFixture]
public sealed class RunRecorderTests
{
    private static readonly RunFacts Facts = new("./build.sh Deploy --stage production", Host.Plain, Parallel: 2, [new Figure(".NET", "10.0.0")]);

    [Test]
    public async Task A_run_is_kept_for_programs()
    {
        using var folder = new ScratchFolder();

        var run = await TellAsync(folder, [.. Story.Events]);

        Snapshot.Match(await File.ReadAllTextAsync(run.Json));
    }

    [Test]
    public async Task A_run_that_was_killed_is_seen_as_running()
    {
        using var folder = new ScratchFolder();

        var run = await TellAsync(folder, [.. Story.Events[..^1]]);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(run.Json));
        json.RootElement.GetProperty("status").GetString().ShouldBe("running");
        json.RootElement.GetProperty("exitCode").ValueKind.ShouldBe(JsonValueKind.Null);
        File.Exists(run.Report).ShouldBeFalse();
    }

    [TestCase(999, ExitCodes.Success, false)]
    [TestCase(1000, ExitCodes.Success, true)]
    [TestCase(1, ExitCodes.Failed, true)]
    [TestCase(1, ExitCodes.Cancelled, true)]
    public async Task A_report_is_drawn_when_it_is_worth_its_time(int milliseconds, int exitCode, bool drawn)
    {
        using var folder = new ScratchFolder();
        var outcome = new TargetOutcome("Alone", TargetStatus.Succeeded, Reason: null, TimeSpan.FromMilliseconds(1));

        var run = await TellAsync(folder, new RunEvent.RunStarted(new([new("Alone", Invoked: true)])), new RunEvent.RunEnded([outcome], TimeSpan.FromMilliseconds(milliseconds), exitCode));

        File.Exists(run.Report).ShouldBe(drawn);
    }

    [Test]
    public async Task What_cannot_be_written_is_told_and_harms_nothing()
    {
        using var folder = new ScratchFolder();
        var warnings = new List<string>();
        await using var recorder = new RunRecorder(new("gone", folder / "gone"), Facts, new SecretMask(), new SkippingTime(), warnings.Add);

        recorder.Tell(Story.Events[0]);

        warnings.Single().ShouldStartWith("warning: This run keeps no run.json: ");
    }

    private static async Task<RunFolder> TellAsync(ScratchFolder folder, params RunEvent[] events)
    {
        var time = new SkippingTime();
        var run = RunFolder.Create(folder.Path, time.GetUtcNow());
        await using var recorder = new RunRecorder(run, Facts, new SecretMask(), time, warning => Assert.Fail(warning));
        foreach (var happened in events)
        {
            recorder.Tell(happened);
            time.Advance(TimeSpan.FromSeconds(4.5));
        }
        return run;
    }
}
