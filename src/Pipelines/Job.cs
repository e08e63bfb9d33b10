using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines;

/// <summary>
/// One machine's share of a workflow. Its needs, its command line and what it hands to later jobs are drawn from the targets;
/// what is said here is only what the targets cannot know.
/// </summary>
/// <param name="Name">Lower case with dashes, such as <c>unit-tests</c>.</param>
public sealed record Job(string Name)
{
    /// <summary>Where a build on GitLab leaves <see cref="ShowsFindings"/>, from the root.</summary>
    internal const string FindingsFile = ".nuke/temp/code-quality.json";

    /// <summary>One line that people read; the name in words unless set.</summary>
    public string? Title { get; init; }

    /// <summary>What it runs on; the workflow's unless set.</summary>
    public Runner? Runner { get; init; }

    /// <summary>The column in which GitLab shows it; one of its own unless set.</summary>
    public string? Stage { get; init; }

    /// <summary>When it takes part; always unless set. Jobs that need it must not take part more often.</summary>
    public Condition? When { get; init; }

    /// <summary>When it starts.</summary>
    public JobStart Start { get; init; }

    /// <summary>Names of jobs that come before it, beside those that its targets depend on.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Every job comes before it that does not itself wait for it.</summary>
    public bool WaitsForAll { get; init; }

    /// <summary>Values of parameters by their names, such as <c>stage</c>.</summary>
    public ImmutableSortedDictionary<string, Expr> Arguments { get; init; } = ImmutableSortedDictionary.Create<string, Expr>(StringComparer.Ordinal);

    /// <summary>Environment variables of the build.</summary>
    public ImmutableSortedDictionary<string, Expr> Variables { get; init; } = ImmutableSortedDictionary.Create<string, Expr>(StringComparer.Ordinal);

    /// <summary>Names of secrets that the build finds in environment variables of the same names; it gets no others.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Machines over which the tests of its targets are spread; 1 unless set or said by the target.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Runs the job once for each combination of values; null runs it once.</summary>
    public Matrix? Matrix { get; init; }

    /// <summary>Servers beside the job.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Container in which the job runs, with a digest; the runner's machine, or on GitLab its image, unless set.</summary>
    public string? Container { get; init; }

    /// <summary>Where the job deploys to.</summary>
    public Deployment? Deployment { get; init; }

    /// <summary>Jobs that must not be at work at the same time; those that deploy to one environment are kept apart unless set.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>Rights of the token beside reading the sources.</summary>
    public ImmutableArray<Permission> Permissions { get; init; } = [];

    /// <summary>Environment variable in which the build finds the job's own token on GitHub, such as <c>GITHUB_TOKEN</c>; none unless set. GitLab gives every job one in <c>CI_JOB_TOKEN</c>.</summary>
    public string? TokenVariable { get; init; }

    /// <summary>Token for a cloud, in place of a kept key.</summary>
    public IdentityToken? IdentityToken { get; init; }

    /// <summary>Files kept between runs; the workflow's unless set. A job that deploys takes none, as whoever can write to a cache could change what is deployed.</summary>
    public ImmutableArray<Cache>? Caches { get; init; }

    /// <summary>The job is stopped when it takes longer; 30 minutes, and 60 for a deployment, unless set.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>More tries when the machine failed, not the work: GitLab's; on GitHub a person says so. Work is tried again by <see cref="ITargetVocabulary{TSelf}.Retry"/>.</summary>
    public int Retries { get; init; }

    /// <summary>The workflow succeeds also when the job fails.</summary>
    public bool MayFail { get; init; }

    /// <summary>The whole history is checked out, as versions are made from it.</summary>
    public bool FullHistory { get; init; }

    /// <summary>Globs of JUnit reports, which GitLab shows at the merge request.</summary>
    public ImmutableArray<string> TestReports { get; init; } = [];

    /// <summary>Glob of a Cobertura report, which GitLab shows beside the changed lines.</summary>
    public string? Coverage { get; init; }

    /// <summary>What compilers and analyzers say in the job stands at file and line of the merge request on GitLab; on GitHub it always does.</summary>
    public bool ShowsFindings { get; init; }

    /// <summary>Globs of files that people can download, however the job ends.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    /// <summary>Globs of files that people can download when the job failed; the logs of the build unless set.</summary>
    public ImmutableArray<string> FailureReports { get; init; } = [".nuke/temp/runs/"];

    /// <summary>Keys of GitHub's job that no word here says; each replaces what would stand there. Checked as the rest of the file is.</summary>
    public YamlNode.Map? GitHub { get; init; }

    /// <summary>Steps of GitHub before the build runs, as <c>uses</c> of an action that is pinned or <c>run</c> of a script.</summary>
    public ImmutableArray<YamlNode.Map> GitHubSteps { get; init; } = [];

    /// <summary>Keys of GitLab's job that no word here says; each replaces what would stand there.</summary>
    public YamlNode.Map? GitLab { get; init; }

    /// <summary>Shell lines of GitLab before the build runs.</summary>
    public ImmutableArray<string> GitLabScript { get; init; } = [];

    internal ImmutableArray<TargetChoice> Targets { get; init; } = [];

    /// <summary>The job with targets of the build class. One that the targets themselves name, by <see cref="ITargetVocabulary{TSelf}.Job(string)"/>, needs not be told them.</summary>
    public Job Runs(params ReadOnlySpan<Delegate> targets)
    {
        var all = Targets.ToBuilder();
        foreach (var target in targets)
        {
            all.Add(TargetChoice.Of(target));
        }
        return this with { Targets = all.ToImmutable() };
    }

    /// <summary>The job with targets of a component; without <paramref name="targets"/> its only one.</summary>
    public Job Runs<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => this with { Targets = [.. Targets, .. TargetChoice.Of(targets)] };

    /// <summary>The job with a value of a parameter.</summary>
    /// <param name="parameter">Its name on the command line, such as <c>stage</c>.</param>
    /// <param name="value">Known now or when the job runs.</param>
    public Job With(string parameter, Expr value) => this with { Arguments = Arguments.SetItem(parameter, value) };
}
