using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.GitHub;

/// <summary>What a job of GitHub does, one after the other.</summary>
internal sealed class GitHubSteps(ActionPins pins, PlannedWorkflow workflow)
{
    // Long enough to look at a run again; what must last longer belongs into a registry.
    private const int RetentionDays = 7;

    public ImmutableArray<GitHubStep> Of(PlannedJob job) =>
    [
        Checkout(job),
        new("Install the .NET SDK") { Uses = Pin("actions/setup-dotnet"), With = [new("global-json-file", "global.json")] },
        .. job.Caches.Select(cache => Restore(cache, job)),
        .. job.Settings.GitHubSteps.Select(step => new GitHubStep("") { Raw = Pinned(step) }),
        .. job.After.Select(Download),
        Run(job),
        .. Uploads(job),
    ];

    private GitHubStep Checkout(PlannedJob job)
    {
        ImmutableArray<YamlNode.Entry> with = [new("persist-credentials", false)];
        return new("Check out the sources") { Uses = Pin("actions/checkout"), With = job.Settings.FullHistory ? [new("fetch-depth", 0), .. with] : with };
    }

    private GitHubStep Restore(Cache cache, PlannedJob job)
    {
        var name = GitHubExpression.Escaped(cache.Name);
        var start = cache.IsPerCommit ? $"{name}-${{{{ runner.os }}}}-{job.Id}-" : $"{name}-${{{{ runner.os }}}}-";
        var rest = cache.IsPerCommit ? "${{ github.sha }}" : $"${{{{ hashFiles({string.Join(", ", cache.KeyFiles.Select(GitHubExpression.Quoted))}) }}}}";
        return new($"Keep {name} between runs")
        {
            Uses = Pin("actions/cache"),
            With = [new("path", GitHubExpression.Escaped(string.Join('\n', cache.Paths))), new("key", start + rest), new("restore-keys", start)],
        };
    }

    private GitHubStep Download(string job)
    {
        var isMany = workflow.Find(job)!.IsMany;
        return new($"Take over what {job} did")
        {
            Uses = Pin("actions/download-artifact"),
            // Several of one pattern are put into folders of their names.
            With = isMany ? [new("pattern", $"{job}.*"), new("path", "output/jobs")] : [new("name", job), new("path", $"output/jobs/{job}")],
        };
    }

    private GitHubStep Run(PlannedJob job)
    {
        var env = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        env.AddRange(ServiceVariables.Of(job, service => job.Settings.Container is null ? "localhost" : service.Name).Select(pair => KeyValuePair.Create(pair.Key, GitHubExpression.Escaped(pair.Value))));
        foreach (var (name, value) in job.Settings.Variables.SetItems(CommandLine.Variables(job)))
        {
            env[name] = GitHubExpression.Text(value);
        }
        foreach (var secret in job.Settings.Secrets)
        {
            env[secret] = $"${{{{ secrets.{secret} }}}}";
        }
        if (job.Settings.TokenVariable is { } token)
        {
            env[token] = "${{ github.token }}";
        }
        if (job.Shards > 1)
        {
            env["SHARD"] = $"${{{{ matrix.shard }}}}/{job.Shards}";
        }
        if (job.HandsOver && job.IsMany)
        {
            env["LEG"] = Leg(job)!;
        }
        if (job.Caches.Contains(Cache.Targets))
        {
            env["PIPELINES_CACHE"] = Cache.Targets.Paths[0];
        }
        return new($"Run {string.Join(", ", job.Invoked)}")
        {
            Env = env.ToImmutable(),
            Run = CommandLine.Of(job, workflow, job.Shards > 1 ? "\"$SHARD\"" : null, job.IsMany ? "$LEG" : null),
        };
    }

    private IEnumerable<GitHubStep> Uploads(PlannedJob job)
    {
        var leg = Leg(job) is { } text ? $".{text}" : "";
        if (job.HandsOver)
        {
            yield return Upload("Hand over to later jobs", $"{job.Id}{leg}", [$"output/jobs/{job.Id}{leg}"], condition: null, isRequired: true);
        }
        ImmutableArray<string> reports = [.. job.Settings.Reports, .. job.Settings.TestReports, .. job.Settings.Coverage is { } coverage ? [coverage] : ImmutableArray<string>.Empty];
        if (!reports.IsEmpty)
        {
            // What lies in a folder that is kept whole needs no line of its own.
            reports = [.. reports.Where(path => !reports.Any(folder => folder.EndsWith('/') && folder.Length < path.Length && path.StartsWith(folder, StringComparison.Ordinal)))];
            yield return Upload("Keep the reports", $"{job.Id}{leg}-reports", reports, "${{ !cancelled() }}", isRequired: false);
        }
        if (!job.Settings.FailureReports.IsEmpty)
        {
            yield return Upload("Keep the logs of a failure", $"{job.Id}{leg}-failure", job.Settings.FailureReports, "${{ failure() }}", isRequired: false);
        }
    }

    private GitHubStep Upload(string name, string artifact, ImmutableArray<string> paths, string? condition, bool isRequired)
    {
        ImmutableArray<YamlNode.Entry> with =
        [
            new("name", artifact), new("path", GitHubExpression.Escaped(string.Join('\n', paths))), new("if-no-files-found", isRequired ? "error" : "ignore"), new("retention-days", RetentionDays),
        ];
        return new(name)
        {
            If = condition,
            Uses = Pin("actions/upload-artifact"),
            With = paths.Any(path => path.StartsWith('.')) ? with.Add(new("include-hidden-files", true)) : with,
        };
    }

    private static string? Leg(PlannedJob job) => job.Settings.Matrix is { } matrix ? string.Join('-', matrix.Axes.Select(axis => $"${{{{ matrix.{axis.Name} }}}}"))
        : job.Shards > 1 ? $"${{{{ matrix.shard }}}}of{job.Shards}" : null;

    // An author may leave the commit to the table.
    private YamlNode.Map Pinned(YamlNode.Map step) => step["uses"] is YamlNode.Scalar { Text: var uses } && !uses.Contains('@', StringComparison.Ordinal) && pins.Find(uses) is { } pin
        ? GitHubWorkflow.Merge(step, new([new("uses", new YamlNode.Scalar($"{pin.Action}@{pin.Commit}") { Comment = pin.Version })]))
        : step;

    private ActionPin Pin(string action) => pins.Find(action) ?? throw new InvalidOperationException($"There is no pin of {action}.");
}
