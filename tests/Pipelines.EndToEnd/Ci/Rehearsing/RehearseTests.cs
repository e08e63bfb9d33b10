using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.EndToEnd.Ci.Parity;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci.Rehearsing;

/// <summary>The sample pipeline, rehearsed on this machine.</summary>
[TestFixture]
[Platform("Linux, MacOSX", Reason = "skipped: needs a shell that runs build.sh")]
public sealed partial class RehearseTests : IDisposable
{
    private readonly ScratchFolder _temporary = new();
    private SampleRepository _repository = null!;

    [OneTimeSetUp]
    public async Task Make_the_repository() => _repository = await SampleRepository.CreateAsync();

    [OneTimeTearDown]
    public void Dispose()
    {
        _repository?.Dispose();
        _temporary.Dispose();
    }

    [Test]
    public async Task What_is_committed_runs_job_by_job_and_no_stage_is_touched()
    {
        await File.WriteAllTextAsync(_repository.Root / "version.txt", "2.0.0\n");

        var result = await RehearseAsync(_repository.Shell, "--workflow", "Delivery", "--parallel", "1");
        await _repository.Shell.SucceedAsync("git", "checkout", "--quiet", "version.txt");

        result.ExitCode.ShouldBe(0, $"{result}");
        Snapshot.Match(Told(result));
        Directory.EnumerateFileSystemEntries(_temporary.Path).ShouldBeEmpty();
        Directory.Exists(_repository.Root / "output").ShouldBeFalse();
    }

    [Test]
    public async Task Files_that_a_target_forgot_to_declare_are_missed_before_the_push()
    {
        var result = await RehearseAsync(_repository.Shell.With("TROUBLE", "produces"), "--workflow", "delivery");

        result.ExitCode.ShouldBe(ExitCodes.Failed, $"{result}");
        result.Text.ShouldContain("--after build: target 'Pack' produced no file in job 'build'. Let its Produces(...) name what it writes.");
        result.Text.ShouldMatch("deploy-staging +did not run +'test.1of2' failed");
        result.Text.ShouldContain("'test.1of2', 'test.2of2' failed here, as in CI unless this machine is the reason");
        Directory.EnumerateFileSystemEntries(_temporary.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task Deployments_that_are_asked_for_take_place_and_what_comes_after_a_failure_runs()
    {
        var result = await RehearseAsync(_repository.Shell.With("TROUBLE", "deploy-production").With("TRIED", "yes"), "--workflow", "delivery", "--with-deployments");

        result.ExitCode.ShouldBe(ExitCodes.Failed, $"{result}");
        result.Text.ShouldMatch("deploy-staging +succeeded");
        result.Text.ShouldMatch("deploy-production +failed");
        result.Text.ShouldMatch("rollback +succeeded");
        result.Text.ShouldMatch("recover +succeeded");
        result.Text.ShouldMatch(@"try\.new +succeeded");
        result.Text.ShouldContain("Deploy fails, as it was told to.");
    }

    [Test]
    public async Task A_job_comes_with_those_that_it_needs_and_its_working_copy_can_be_kept()
    {
        using var kept = new ScratchFolder();

        var result = await _repository.Shell.With("TMPDIR", kept.Path).RunAsync("./build.sh", "Rehearse", "--workflow", "delivery", "--only", "try", "--keep");
        var left = await _repository.Shell.With("TRIED", "yes").With("TMPDIR", kept.Path).RunAsync("./build.sh", "Rehearse", "--workflow", "delivery", "--only", "try", "--keep");

        result.Text.ShouldMatch(@"try\.old +left out +its condition does not hold here");
        left.Text.ShouldMatch("build +succeeded");
        left.Text.ShouldNotContain("test.1of2");
        Directory.GetFiles(kept.Path, "Try.txt", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Test]
    public async Task A_workflow_that_is_none_is_told_before_anything_runs()
    {
        var result = await RehearseAsync(_repository.Shell, "--workflow", "delivry");

        result.ExitCode.ShouldBe(ExitCodes.Invalid, $"{result}");
        result.Text.ShouldContain("There is no workflow 'delivry'. Did you mean 'Delivery'? Workflows: Delivery, Rollback, Database.");
    }

    [Test]
    public async Task A_job_whose_servers_do_not_run_here_is_left_out()
    {
        var result = await RehearseAsync(_repository.Shell, "--workflow", "database");

        result.ExitCode.ShouldBe(0, $"{result}");
        result.Text.ShouldMatch("ask-database +left out +it needs postgres:17; set POSTGRES_HOST to where such servers run");
    }

    [Test]
    public async Task The_plan_shows_the_lines_of_the_jobs()
    {
        var result = await RehearseAsync(_repository.Shell, "--workflow", "delivery", "--plan");

        result.ExitCode.ShouldBe(0, $"{result}");
        Snapshot.Match(result.Output);
    }

    private Task<ShellResult> RehearseAsync(Shell shell, params IEnumerable<string> arguments) =>
        shell.With("TMPDIR", _temporary.Path).RunAsync("./build.sh", arguments.Prepend("Rehearse"));

    // What differs from run to run is left out.
    private static string Told(ShellResult result) => Commit().Replace(Seconds().Replace(result.Output, " N s"), "COMMIT");

    [GeneratedRegex(@" *[\d.,]+ (s|ms)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b[0-9a-f]{12}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commit();
}
