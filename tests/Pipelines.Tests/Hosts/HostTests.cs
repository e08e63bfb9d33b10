using NUnit.Framework;
using Pipelines.Execution;
using Pipelines.Hosts;
using Pipelines.Hosts.Reports;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Hosts;

[TestFixture]
public sealed class HostTests
{
    private static readonly AbsolutePath Root = AbsolutePath.Parse("/shop");

    private static readonly HostSettings Normal = new(LogLevel.Information, "./build.sh Deploy --stage production")
    {
        Logo = "Pipelines 1.2.3 · Deploy",
        Report = ".nuke/temp/runs/20300101-000000-000/report.html",
    };

    private static readonly string[] Found =
    [
        "/shop/src/Cart.cs(12,5): error CS0103: The name 'x, y' does not exist: 100 % [/shop/src/Shop.csproj]",
        "src\\Cart.cs(3): warning CA1000: first [really] bad [/shop/src/Shop.csproj::TargetFramework=net10.0]",
        "     1>/elsewhere/Cart.cs(3,4,5,6): error MSB4025: cut",
        "/shop/src/Cart.cs(12,5): error CS0103: The name 'x, y' does not exist: 100 % [/shop/src/Shop.csproj]",
        "Cart.cs: error CS0103: no place",
    ];

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
        Snapshot.Match(await TellAsync(output => new GitHubHost(output, Normal, Root)));
    }

    [Test]
    public async Task GitHub_shows_what_the_compiler_found_at_its_place_and_once()
    {
        await using var output = new StringWriter();
        await using var host = new GitHubHost(output, Normal, Root);

        foreach (var line in Found)
        {
            host.Line("Compile", LogLevel.Information, line);
        }
        host.Flush();

        output.ToString().ShouldBe(
            """
            ::error file=src/Cart.cs,line=12,col=5,title=CS0103::The name 'x, y' does not exist: 100 %25
            ::warning file=src/Cart.cs,line=3,title=CA1000::first [really] bad
            ::error file=/elsewhere/Cart.cs,line=3,col=4,title=MSB4025::cut
            /shop/src/Cart.cs(12,5): error CS0103: The name 'x, y' does not exist: 100 % [/shop/src/Shop.csproj]
            Cart.cs: error CS0103: no place

            """);
    }

    [Test]
    public async Task A_job_of_GitHub_has_a_summary()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("summary.md", "before\n");
        await using var summary = new StepSummary(file, new SecretMask(), warning => Assert.Fail(warning));

        foreach (var happened in Story.Events)
        {
            summary.Tell(happened);
        }

        Snapshot.Match(await File.ReadAllTextAsync(file));
    }

    [Test]
    public async Task A_summary_that_cannot_be_written_is_told_of()
    {
        using var folder = new ScratchFolder();
        var warnings = new List<string>();

        await using var summary = new StepSummary(folder / "gone/summary.md", new SecretMask(), warnings.Add);
        summary.Tell(Story.Events[^1]);

        warnings.Single().ShouldContain("gone/summary.md' cannot be written");
    }

    [Test]
    public async Task GitLab_is_left_what_the_compiler_found_in_the_form_of_its_report()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(folder / ".nuke/temp");
        await using var report = new CodeQualityReport(folder.Path, warning => Assert.Fail(warning));

        foreach (var line in Found.Append("/elsewhere/Cart.cs(9,4): error MSB4025: cut"))
        {
            report.Tell(new RunEvent.LineWritten("Compile", LogLevel.Information, line.Replace("/shop", folder.Path, StringComparison.Ordinal)));
        }
        report.Tell(Story.Events[^1]);

        Snapshot.Match(await File.ReadAllTextAsync(folder / ".nuke/temp/code-quality.json"));
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

        foreach (var line in new[] { "Pipelines 1.2.3 · Deploy", "Report: .nuke/temp/runs/20300101-000000-000/report.html", "Restored 12 projects", "Restore succeeded in 1.2 s", "packing", "slow test", "disk full", "Passed: 120", "Failed after 1 min 18 s" })
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
            await using var log = new RunLog(RunFolder.Create(folder.Path, time.GetUtcNow()), new SecretMask(), time);
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
