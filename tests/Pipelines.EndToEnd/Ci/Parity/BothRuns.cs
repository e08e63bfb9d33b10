using System.Collections.Immutable;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>One pipeline, executed as both systems execute it.</summary>
/// <param name="GitHubRun">On GitHub's parser and expression engine.</param>
/// <param name="GitLabRun">By gitlab-ci-local.</param>
internal sealed record BothRuns(CiRun GitHubRun, CiRun GitLabRun)
{
    /// <summary>What each job did on GitHub.</summary>
    public required ImmutableArray<JobTrace> OnGitHub { get; init; }

    /// <summary>What each job did on GitLab.</summary>
    public required ImmutableArray<JobTrace> OnGitLab { get; init; }

    /// <summary>Runs a workflow that a push to the trunk starts.</summary>
    /// <param name="repository">Whose generated files are executed.</param>
    /// <param name="variables">Of the repository's settings, such as <c>TROUBLE=test</c>.</param>
    public static Task<BothRuns> PushAsync(SampleRepository repository, params string[] variables) =>
        RunAsync(repository, "delivery", new() { Variables = Pairs(variables) }, variables.SelectMany(IEnumerable<string> (variable) => ["--variable", variable]));

    /// <summary>Runs a workflow that a person starts.</summary>
    /// <param name="repository">Whose generated files are executed.</param>
    /// <param name="workflow">As files name it.</param>
    /// <param name="input">What the person says, such as <c>stage=staging</c>.</param>
    public static Task<BothRuns> ByHandAsync(SampleRepository repository, string workflow, string input)
    {
        var form = input.Split('=');
        return RunAsync(repository, workflow, new("workflow_dispatch") { Inputs = Pairs(input) },
        [
            "--variable", "CI_PIPELINE_SOURCE=web", "--ignore-predefined-vars", "CI_PIPELINE_SOURCE",
            "--variable", $"WORKFLOW={workflow}", "--variable", $"INPUT_{form[0].ToUpperInvariant()}={form[1]}",
        ]);
    }

    /// <summary>Runs a workflow that a push to the trunk starts, in which a person starts a job: on GitHub they approve its environment, which no file says.</summary>
    /// <param name="onGitHub">Whose job starts when it is approved.</param>
    /// <param name="onGitLab">Whose job waits for a click.</param>
    /// <param name="job">That is approved and clicked.</param>
    public static Task<BothRuns> ConfirmedAsync(SampleRepository onGitHub, SampleRepository onGitLab, string job) =>
        RunAsync(onGitHub, "delivery", new(), onGitLab, ["--manual", job]);

    /// <summary>Jobs that ran, with all they did.</summary>
    public static string Text(CiRun run, IEnumerable<JobTrace> jobs) => $"exit code {run.ExitCode}\n{string.Join('\n', jobs.Select(job => job.Text))}";

    private static Task<BothRuns> RunAsync(SampleRepository repository, string workflow, GitHubEvent started, IEnumerable<string> options) =>
        RunAsync(repository, workflow, started, repository, options);

    private static async Task<BothRuns> RunAsync(SampleRepository onGitHub, string workflow, GitHubEvent started, SampleRepository onGitLab, IEnumerable<string> options)
    {
        using var kept = new ScratchFolder();
        var (gitHubs, gitLabs) = (kept / "github", kept / "gitlab");
        var ranOnGitHub = GitHub.RunAsync(onGitHub.Workflow(workflow), onGitHub.Root, started, gitHubs);
        var ranOnGitLab = GitLab.RunAsync(onGitLab.Root, gitLabs, options);
        var (gitHub, gitLab) = (await ranOnGitHub, await ranOnGitLab);
        return new(gitHub, gitLab)
        {
            OnGitHub = Traces(gitHub, artifact => gitHubs / artifact.Name),
            OnGitLab = Traces(gitLab, artifact => gitLabs / GitLab.FolderOf(artifact.Name)),
        };
    }

    private static ImmutableArray<JobTrace> Traces(CiRun run, Func<CiArtifact, AbsolutePath> folder) =>
    [
        .. run.Jobs.Where(job => job.Result != "skipped").Select(job => JobTrace.Of(job, job.Artifacts.Select(folder))).OrderBy(job => job.Name, StringComparer.Ordinal),
    ];

    private static ImmutableDictionary<string, string> Pairs(params string[] pairs) =>
        pairs.Select(pair => pair.Split('=')).ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
