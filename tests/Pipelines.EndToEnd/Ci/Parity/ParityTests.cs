using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>The same build class, generated for both systems and executed as each of them does: targets, typed results, files and their hashes are the same.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the executors run")]
public sealed partial class ParityTests : IDisposable
{
    private SampleRepository _repository = null!;

    [OneTimeSetUp]
    public async Task Write_the_files_of_both() => _repository = await SampleRepository.CreateAsync();

    [OneTimeTearDown]
    public void Dispose() => _repository?.Dispose();

    [Test]
    public async Task A_push_passes_through_all_stages_and_leaves_out_what_its_condition_leaves_out()
    {
        var both = await BothRuns.PushAsync(_repository);

        ShouldBeTheSame(both);
        Snapshot.Match(BothRuns.Text(both.GitHubRun, both.OnGitHub));
    }

    [Test]
    public async Task A_failed_test_keeps_every_stage_as_it_is_and_starts_no_way_back()
    {
        var both = await BothRuns.PushAsync(_repository, "TROUBLE=test", "TRIED=yes");

        both.GitHubRun["recover"].Result.ShouldBe("success");
        ShouldBeTheSame(both = WithoutRecover(both));
        Snapshot.Match(BothRuns.Text(both.GitHubRun, both.OnGitHub));
    }

    [Test]
    public async Task A_failed_deployment_is_rolled_back_and_mended()
    {
        var both = await BothRuns.PushAsync(_repository, "TROUBLE=deploy-production");

        ShouldBeTheSame(both);
        Snapshot.Match(BothRuns.Text(both.GitHubRun, both.OnGitHub));
    }

    [Test]
    public async Task A_person_starts_a_workflow_for_the_stage_that_they_choose()
    {
        var both = await BothRuns.ByHandAsync(_repository, "rollback", "stage=production");

        ShouldBeTheSame(both);
        both.GitHubRun["roll-back"].Environment.ShouldBe(new CiEnvironment("production", null));
        both.GitLabRun.Log.ShouldContain("production");
        Snapshot.Match(BothRuns.Text(both.GitHubRun, both.OnGitHub));
    }

    [Test]
    public async Task A_job_that_a_person_starts_waits_for_them_and_then_does_what_it_does_where_they_approve_it()
    {
        using var asking = await SampleRepository.CreateAsync("--confirmed", "preview");

        var waiting = await GitLab.RunAsync(asking.Root);
        var both = await BothRuns.ConfirmedAsync(_repository, asking, "deploy-preview");

        waiting.ExitCode.ShouldBe(0, $"{waiting}");
        waiting["deploy-production"].Result.ShouldBe("success");
        waiting["deploy-preview"].Result.ShouldBe("skipped");
        both.GitLabRun["deploy-preview"].Result.ShouldBe("success");
        ShouldBeTheSame(both);
    }

    [Test]
    public async Task A_target_that_forgets_to_declare_its_files_fails_who_takes_them()
    {
        var both = WithoutRecover(await BothRuns.PushAsync(_repository, "TROUBLE=produces"));

        ShouldBeTheSame(both);
        foreach (var log in new[] { both.GitHubRun.Log, both.GitLabRun.Log })
        {
            log.ShouldContain("--after build: target 'Pack' produced no file in job 'build'. Let its Produces(...) name what it writes.");
        }

        both.OnGitHub.Select(job => job.Text.Split('\n')[0]).ShouldBe(["build: success", "test 1: failure", "test 2: failure"]);
    }

    [Test]
    public async Task An_artifact_that_a_file_forgets_fails_who_takes_it_and_is_named()
    {
        using var repository = await SampleRepository.CreateAsync();
        await repository.EditAsync(repository.Workflow("delivery"), text => HandOver().Replace(text, "", count: 1));
        await repository.EditAsync(repository.Root / ".gitlab-ci.yml", text => text.Replace("    paths:\n      - output/jobs/build/\n", "", StringComparison.Ordinal));

        var both = await BothRuns.PushAsync(repository);

        both.GitHubRun["build"].Result.ShouldBe("success", $"{both.GitHubRun}");
        both.GitHubRun["test (1)"].Result.ShouldBe("failure");
        both.GitHubRun["deploy-staging"].Result.ShouldBe("skipped");
        both.GitHubRun.Log.ShouldContain("Artifact not found for name: build");
        both.GitLabRun["build"].Result.ShouldBe("success", $"{both.GitLabRun}");
        both.GitLabRun["test: [1/2]"].Result.ShouldBe("failure");
        both.GitLabRun["deploy-staging"].Result.ShouldBe("skipped");
        both.GitLabRun.Log.ShouldContain("--after build: job 'build' left nothing here: there is no output/jobs/build. On a CI server its artifact has to reach this job");
    }

    // GitLab starts a job that always runs also when what it needs did not start; gitlab-ci-local never does.
    private static BothRuns WithoutRecover(BothRuns both) => both with { OnGitHub = [.. both.OnGitHub.Where(job => job.Name != "recover")] };

    private static void ShouldBeTheSame(BothRuns both) =>
        BothRuns.Text(both.GitLabRun, both.OnGitLab).ShouldBe(BothRuns.Text(both.GitHubRun, both.OnGitHub), $"GitHub: {both.GitHubRun}\n\nGitLab: {both.GitLabRun}");

    [GeneratedRegex(@"^      - name: Hand over to later jobs\n(        .*\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HandOver();
}
