using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Harness;

/// <summary>What the scenarios trust in.</summary>
[TestFixture]
[NonParallelizable]
public sealed class HarnessTests
{
    [Test]
    public void The_totals_of_wrk_are_read_with_every_kind_of_failure()
    {
        const string Text = """
            Running 10s test @ http://127.0.0.1:5001/
              1 threads and 8 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.02ms  612.00us  20.11ms   91.00%
              96123 requests in 10.00s, 12.31MB read
              Socket errors: connect 1, read 2, write 3, timeout 4
              Non-2xx or 3xx responses: 5
            Requests/sec:   9611.20
            Transfer/sec:      1.23MB
            """;

        var report = WrkReport.Parse(Text);

        report.ShouldBe(new WrkReport(96123, 5, 10, 9611.2));
    }

    [Test]
    public void A_text_without_totals_is_no_report()
    {
        Should.Throw<FormatException>(() => WrkReport.Parse("unable to connect to 127.0.0.1:1 Connection refused"));
    }

    [TestCase(50, 1000, 5, true)]
    [TestCase(100, 1000, 5, false)]
    [TestCase(0, 1000, 5, false)]
    [TestCase(1000, 1000, 100, true)]
    [TestCase(999, 1000, 100, false)]
    public void A_share_fits_its_weight_within_binomial_bounds(int hits, int all, double percent, bool expected)
    {
        var fits = Share.Fits(hits, all, percent);

        fits.ShouldBe(expected);
    }

    [Test]
    public async Task A_process_that_works_in_a_folder_is_seen_until_it_is_killed()
    {
        using var folder = new ScratchFolder();
        using var run = new Shell(folder.Path).Start("sleep", "60");

        Leftovers.In(folder.Path).Keys.ShouldContain(run.Id);
        run.Kill();
        var result = await run.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);

        result.ExitCode.ShouldBe(137);
        Leftovers.In(folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task A_program_that_takes_too_long_ends_with_all_it_started()
    {
        using var folder = new ScratchFolder();
        var shell = new Shell(folder.Path) { Limit = TimeSpan.FromMilliseconds(300) };

        var failure = await Should.ThrowAsync<TimeoutException>(() => shell.RunAsync("sh", "-c", "echo begun; sleep 60 & wait"));

        failure.Message.ShouldContain("begun");
        await Eventually.HoldsAsync("the end", _ => Task.FromResult(Leftovers.In(folder.Path).Count == 0), TimeSpan.FromSeconds(5), TimeProvider.System);
    }

    [Test]
    public void A_secret_is_found_in_any_file_as_text_or_encoded()
    {
        using var folder = new ScratchFolder();
        folder.Write("a/plain.log", "x hunter2+hunter2 y");
        folder.Write("b/encoded.json", Convert.ToBase64String("hunter2+hunter2"u8));
        folder.Write("b/escaped.json", """{"key":"hunter2\u002Bhunter2"}""");
        folder.Write("c/clean.txt", "nothing here");

        var files = TextSearch.FilesWith("hunter2+hunter2", folder.Path);

        string.Join(' ', files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)).ShouldBe("encoded.json escaped.json plain.log");
    }

    [Test]
    public async Task A_clone_has_what_is_written_and_its_history()
    {
        var head = await new Shell(Repository.Root).SucceedAsync("git", "rev-parse", "HEAD");

        await using var clone = await Clone.CreateAsync();

        (await File.ReadAllTextAsync(clone.Folder / "Directory.Build.props")).ShouldBe(await File.ReadAllTextAsync(Repository.Root / "Directory.Build.props"));
        (await clone.Shell.SucceedAsync("git", "status", "--porcelain")).ShouldBeEmpty();
        await clone.Shell.SucceedAsync("git", "merge-base", "--is-ancestor", head.Trim(), "HEAD");
    }
}
