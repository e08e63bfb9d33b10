using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Ci.GitLab;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci;

/// <summary>The executors do what the two systems do; whoever runs generated files through them relies on it.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the executors run")]
public sealed class ExecutionTests
{
    private static readonly AbsolutePath Samples = Checkers.Folder / "valid";

    [Test]
    public async Task GitHub_runs_jobs_in_the_order_of_their_needs_and_hands_on_artifacts_and_outputs()
    {
        using var source = Source();

        var run = await GitHub.RunAsync(Samples / ".github/workflows/parity.yml", source.Path, new() { Variables = Failing("nothing") });

        run.ExitCode.ShouldBe(0, $"{run}");
        run["build"].Outputs["version"].ShouldBe("1.2.3");
        run["build"].Artifacts.Single().Files.Keys.ShouldBe(["x/a.txt"]);
        run["test (1)"].Result.ShouldBe("success");
        run["test (2)"].Summary.ShouldBe("# Tested 1.2.3\n");
        run["deploy"].Environment.ShouldBe(new CiEnvironment("production", "https://production.example.com/1.2.3"));
        run["rollback"].Result.ShouldBe("skipped");
    }

    [Test]
    public async Task GitLab_does_the_same()
    {
        using var source = Source();
        File.Copy(Samples / "gitlab/parity.yml", source / ".gitlab-ci.yml");

        var run = await GitLab.RunAsync(source.Path, "--variable", "FAILING=nothing");

        run.ExitCode.ShouldBe(0, $"{run}");
        run["build"].Outputs["VERSION"].ShouldBe("1.2.3");
        run["build"].Artifacts.Single().Files.Keys.ShouldBe(["out/x/a.txt"]);
        run["test: [1/2]"].CoveragePercent.ShouldBe(83.5);
        run["deploy"].Result.ShouldBe("success");
        run["rollback"].Result.ShouldBe("skipped");
        run["manual"].Result.ShouldBe("skipped");
    }

    [Test]
    public async Task GitLab_finds_the_coverage_in_what_a_build_prints()
    {
        using var source = Source();
        source.Write(".gitlab-ci.yml", $"""
            unit-tests:
              script: cat log.txt
              coverage: '{GitLabLowering.CoveragePattern}'
            """);
        var log = await File.ReadAllTextAsync(Repository.Root / "tests/Pipelines.Tests/Hosts/HostTests.GitLab_gets_sections.verified.txt");
        source.Write("log.txt", log.Replace("<ESC>", "\e", StringComparison.Ordinal).Replace("<CR>", "\r", StringComparison.Ordinal) + "\n");

        var run = await GitLab.RunAsync(source.Path);

        run.ExitCode.ShouldBe(0, $"{run}");
        run["unit-tests"].CoveragePercent.ShouldBe(91);
    }

    [Test]
    public async Task A_failed_test_keeps_deploys_back_and_starts_the_way_back_on_both()
    {
        using var source = Source();
        File.Copy(Samples / "gitlab/parity.yml", source / ".gitlab-ci.yml");

        var gitHub = await GitHub.RunAsync(Samples / ".github/workflows/parity.yml", source.Path, new() { Variables = Failing("2") });
        var gitLab = await GitLab.RunAsync(source.Path, "--variable", "FAILING=2");

        gitHub.ExitCode.ShouldBe(1, $"{gitHub}");
        gitLab.ExitCode.ShouldBe(1, $"{gitLab}");
        foreach (var job in new[] { "build", "deploy", "rollback" })
        {
            gitLab[job].Result.ShouldBe(gitHub[job].Result, job);
        }

        gitHub["deploy"].Result.ShouldBe("skipped");
        gitHub["rollback"].Result.ShouldBe("success");
        gitHub["build"].Artifacts.Single().Files.Values.ShouldBe(gitLab["build"].Artifacts.Single().Files.Values);
    }

    [Test]
    public async Task A_forgotten_artifact_fails_its_consumer_on_both()
    {
        using var source = Source();
        var gitHub = source.Write("forgotten.yml", (await File.ReadAllTextAsync(Samples / ".github/workflows/parity.yml")).Replace("name: app", "name: other", StringComparison.Ordinal).Replace("name: other # wanted", "name: app", StringComparison.Ordinal));
        source.Write(".gitlab-ci.yml", (await File.ReadAllTextAsync(Samples / "gitlab/parity.yml")).Replace("    paths: [out/]\n", "", StringComparison.Ordinal));

        var onGitHub = await GitHub.RunAsync(gitHub, source.Path, new() { Variables = Failing("nothing") });
        var onGitLab = await GitLab.RunAsync(source.Path, "--variable", "FAILING=nothing");

        onGitHub["test (1)"].Result.ShouldBe("failure", $"{onGitHub}");
        onGitHub.Log.ShouldContain("Artifact not found for name: app");
        onGitLab["test: [1/2]"].Result.ShouldBe("failure", $"{onGitLab}");
        onGitLab.Log.ShouldContain("out/x/a.txt: No such file or directory");
    }

    [Test]
    public async Task A_person_starts_a_workflow_with_inputs_of_their_types()
    {
        using var source = Source();
        var given = new GitHubEvent("workflow_dispatch") { Inputs = Inputs("staging"), Secrets = ImmutableDictionary<string, string>.Empty.Add("TOKEN", "hidden-word") };

        var run = await GitHub.RunAsync(Samples / ".github/workflows/manual.yml", source.Path, given);

        run.ExitCode.ShouldBe(0, $"{run}");
        run["deploy"].Environment!.Name.ShouldBe("staging");
        run["deploy"].Outputs.Keys.ShouldBe(["plain"]);
        run.Log.ShouldContain("dry is false, a boolean");
        run.Log.ShouldContain("token ***");
        run.Log.ShouldNotContain("hidden-word");
    }

    [TestCase("nowhere", "not in the list of allowed values")]
    [TestCase("", "Required input 'stage' not provided")]
    public async Task An_input_that_is_not_allowed_starts_nothing(string stage, string reason)
    {
        using var source = Source();

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            GitHub.RunAsync(Samples / ".github/workflows/manual.yml", source.Path, new("workflow_dispatch") { Inputs = Inputs(stage) }));

        refused.Message.ShouldContain(reason);
    }

    [Test]
    public async Task An_event_that_is_no_trigger_starts_nothing()
    {
        using var source = Source();

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            GitHub.RunAsync(Samples / ".github/workflows/parity.yml", source.Path, new() { Ref = "refs/heads/topic" }));

        refused.Message.ShouldContain("refs/heads/topic is not one of its branches");
    }

    [Test]
    public async Task The_edges_of_GitHub_are_as_they_are_there()
    {
        using var source = Source();

        var run = await GitHub.RunAsync(Samples / ".github/workflows/edges.yml", source.Path, new() { Minute = TimeSpan.FromMilliseconds(600), IgnoresServices = true });

        string.Join('\n', run.Jobs.Select(job => $"{job.Job}: {job.Result}").Order(StringComparer.Ordinal)).ShouldBe("""
            after-allowed: success
            after-always: skipped
            after-called: success
            after-slow-job: skipped
            allowed: failure
            always: success
            called / inner: success
            empty-at-first: success
            skipped: skipped
            slow-job: cancelled
            slow-step: failure
            unknown-action: failure
            """, $"{run}");
        run["slow-step"].Steps.ShouldBe([new CiStep("__run", "failure"), new CiStep("__run_2", "success")]);
    }

    private static ScratchFolder Source()
    {
        var folder = new ScratchFolder();
        folder.Write("readme.txt", "hello\n");
        return folder;
    }

    private static ImmutableDictionary<string, string> Failing(string shard) =>
        ImmutableDictionary<string, string>.Empty.Add("FAILING", shard);

    private static ImmutableDictionary<string, string> Inputs(string stage) =>
        ImmutableDictionary<string, string>.Empty.Add("stage", stage);
}
