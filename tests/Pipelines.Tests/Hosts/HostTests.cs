using NUnit.Framework;
using Pipelines.Execution;
using Pipelines.Hosts;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Hosts;

[TestFixture]
public sealed class HostTests
{
    private static readonly HostSettings Normal = new(LogLevel.Information, "./build.sh Deploy --stage production");

    [Test]
    public async Task Plain_lines_of_a_target_stand_together()
    {
        Snapshot.Match(await TellAsync(output => new PlainHost(output, Normal)));
    }

    [Test]
    public async Task A_quiet_run_tells_what_went_wrong()
    {
        Snapshot.Match(await TellAsync(output => new PlainHost(output, Normal with { Lowest = LogLevel.Warning })));
    }

    [Test]
    public async Task GitHub_gets_groups_and_annotations_and_no_commands_of_programs()
    {
        Snapshot.Match(await TellAsync(output => new GitHubHost(output, Normal)));
    }

    [Test]
    public async Task GitLab_gets_sections()
    {
        var shown = await TellAsync(output => new GitLabHost(output, Normal, new SkippingTime()));

        Snapshot.Match(shown.Replace("\e", "<ESC>", StringComparison.Ordinal).Replace("\r", "<CR>", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_terminal_keeps_every_line_above_what_runs()
    {
        var shown = await TellAsync(output => new TerminalHost(output, Normal, TimeProvider.System));

        foreach (var line in new[] { "Restored 12 projects", "Restore succeeded in 1.2 s", "packing", "slow test", "disk full", "Passed: 120", "Failed after 1 min 18 s" })
        {
            shown.ShouldContain(line);
        }
    }

    [Test]
    public async Task A_query_gives_its_answer_alone()
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        await using var host = new QueryHost(output, error, Normal);

        host.Tell(new RunEvent.TargetStarted("Status"));
        host.Tell(new RunEvent.LineWritten("Status", LogLevel.Information, "looking"));
        host.Tell(new RunEvent.Answered("Status", "{}\n"));
        host.Tell(new RunEvent.RunEnded([], TimeSpan.Zero, ExitCodes.Success));

        output.ToString().ShouldBe("{}\n");
        error.ToString().ShouldBeEmpty();
    }

    [Test]
    public async Task The_log_keeps_everything_and_the_last_twenty_runs()
    {
        using var folder = new ScratchFolder();
        var time = new SkippingTime();

        for (var run = 0; run < 25; run++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await using var log = new RunLog(folder.Path, new SecretMask(), time);
            foreach (var happened in Story.Events)
            {
                log.Tell(happened);
            }
        }

        var runs = Directory.GetDirectories(folder / ".nuke/temp/runs").Order(StringComparer.Ordinal).ToArray();
        runs.Length.ShouldBe(20);
        Path.GetFileName(runs[^1]).ShouldBe("20300101-000025-000");
        (await File.ReadAllTextAsync(Path.Combine(runs[^1], "log.txt"))).ShouldContain("Debug       Test: a detail");
    }

    private static async Task<string> TellAsync(Func<TextWriter, IRunHost> create)
    {
        await using var output = new StringWriter();
        await using (var host = create(output))
        {
            foreach (var happened in Story.Events)
            {
                host.Tell(happened);
            }
        }
        return output.ToString();
    }
}
