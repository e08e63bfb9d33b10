using System.Collections.Immutable;
using Pipelines.Ci.Yaml;
using Pipelines.Graph;

namespace Pipelines.Ci.GitLab;

/// <summary>Says a plan in GitLab's words: one file for all workflows, in which jobs that are the same in several stand once.</summary>
internal sealed class GitLabLowering(TargetGraph graph)
{
    /// <summary>As the log says the figure that test targets give, in the line of the target and in the summary.</summary>
    public const string CoveragePattern = @"/Coverage: (\d+(?:\.\d+)?)\s?%/";

    public GitLabPipeline Lower(CiPlan plan)
    {
        var jobs = new List<GitLabJob>();
        foreach (var workflow in plan.Workflows)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            // What takes an environment down needs nothing, and comes first, so that the job it belongs to knows its name.
            foreach (var planned in workflow.Jobs.OrderBy(job => job.Settings.Deployment is { Stops: true } ? 0 : 1))
            {
                var job = Lower(workflow, planned, names, plan.Workflows[0].Settings.Image);
                names[planned.Id] = Add(jobs, job, workflow);
            }
        }
        return new(GitLabStages.Of(jobs), GitLabRules.Of(plan), [.. jobs])
        {
            Image = plan.Workflows.FirstOrDefault()?.Settings.Image,
            Variables = GitLabVariables.Of(plan),
        };
    }

    // The same work for several workflows is one job with the rules of all; other work of the same name gets the workflow's in front.
    private static string Add(List<GitLabJob> jobs, GitLabJob job, PlannedWorkflow workflow)
    {
        for (var turn = 1; ; turn++)
        {
            var name = turn switch { 1 => job.Name, 2 => $"{workflow.Id}-{job.Name}", _ => $"{workflow.Id}-{job.Name}-{turn - 1}" };
            var named = job with { Name = name, Stage = job.Stage == job.Name ? name : job.Stage };
            var known = jobs.FindIndex(other => other.Name == name);
            if (known < 0)
            {
                jobs.Add(named);
                return name;
            }
            if (Text(jobs[known]) == Text(named))
            {
                jobs[known] = jobs[known] with { Rules = [.. jobs[known].Rules.Concat(job.Rules).DistinctBy(rule => $"{rule.When} {rule.If}", StringComparer.Ordinal)] };
                return name;
            }
        }
    }

    private static string Text(GitLabJob job) => YamlWriter.Write((job with { Rules = [] }).ToNode());

    private GitLabJob Lower(PlannedWorkflow workflow, PlannedJob job, Dictionary<string, string> names, string image)
    {
        var own = job.Settings.Container ?? job.Runner.Image ?? workflow.Settings.Image;
        return new(job.Id)
        {
            Above = TargetWords.Of(job, graph),
            Workflow = workflow.Id,
            Stage = job.Settings.Stage ?? job.Id,
            Image = own == image ? null : own,
            Tags = Tags(job.Runner),
            Needs = [.. job.Needs.Where(names.ContainsKey).Select(need => new GitLabNeed(names[need], job.After.Contains(need, StringComparer.Ordinal)))],
            Rules = GitLabRules.Of(workflow, job),
            Variables = GitLabVariables.Of(workflow, job),
            Services = job.Settings.Services.IsEmpty ? null : YamlNode.List(job.Settings.Services.Select(service => (YamlNode)YamlNode.Mapping(
                ("name", service.Image), ("alias", service.Name),
                ("variables", service.Variables.IsEmpty ? null : YamlNode.Mapping(service.Variables, value => (YamlNode)GitLabExpression.Escaped(value)))))),
            Cache = Caches(workflow, job),
            Parallel = Parallel(job),
            Environment = Environment(job.Settings.Deployment, names),
            IdTokens = job.Settings.IdentityToken is { } token ? YamlNode.Mapping((token.Variable, YamlNode.Mapping(("aud", token.Audience)))) : null,
            ResourceGroup = job.Concurrency is { } group ? GitLabExpression.Text(group.Group) : null,
            Interruptible = job.Settings.Deployment is null && job.Settings.Start != JobStart.EvenCancelled,
            Timeout = $"{(int)Math.Ceiling(job.Timeout.TotalMinutes)} minutes",
            Retry = job.Settings.Retries == 0 ? null : YamlNode.Mapping(("max", job.Settings.Retries), ("when", YamlNode.Inline("runner_system_failure", "stuck_or_timeout_failure"))),
            AllowFailure = job.Settings.MayFail,
            Script = [.. job.Settings.GitLabScript, CommandLine.Of(job, workflow, job.Shards > 1 ? "\"$CI_NODE_INDEX/$CI_NODE_TOTAL\"" : null, Leg(job))],
            Coverage = job.Settings.Coverage is null ? null : CoveragePattern,
            Artifacts = Artifacts(job),
            Raw = job.Settings.GitLab,
        };
    }

    private static ImmutableArray<string> Tags(Runner runner) => runner switch
    {
        { Axis: { } axis } => [$"${GitLabExpression.AxisName(axis)}"],
        { IsHosted: true } => [],
        _ => [.. runner.Group is { } group ? [group] : ImmutableArray<string>.Empty, .. runner.Labels.Where(label => label != "self-hosted")],
    };

    private static string? Leg(PlannedJob job) => job.Settings.Matrix is { } matrix ? string.Join('-', matrix.Axes.Select(axis => $"${GitLabExpression.AxisName(axis.Name)}"))
        : job.Shards > 1 ? "${CI_NODE_INDEX}of$CI_NODE_TOTAL" : null;

    // Only a job that needs nothing stores: the others find what it stored.
    private static YamlNode.Sequence? Caches(PlannedWorkflow workflow, PlannedJob job)
    {
        var caches = job.Caches.Select(cache =>
        {
            var start = cache.IsPerCommit ? $"{cache.Name}-{job.Id}" : cache.Name;
            string[] files = [.. cache.KeyFiles.Where(file => !file.Contains('*', StringComparison.Ordinal)).Take(2)];
            return (YamlNode)YamlNode.Mapping(
                ("key", files.Length == 0 ? $"{start}-$CI_COMMIT_REF_SLUG" : YamlNode.Mapping(("files", YamlNode.Inline(files)), ("prefix", start))),
                ("fallback_keys", files.Length == 0 ? YamlNode.Inline($"{start}-{workflow.Settings.Trunk}") : null),
                ("paths", YamlNode.List(cache.Paths)),
                ("policy", job.Needs.IsEmpty || cache.IsPerCommit ? "pull-push" : "pull"));
        }).ToList();
        return caches.Count == 0 ? null : YamlNode.List(caches);
    }

    private static YamlNode? Parallel(PlannedJob job)
    {
        if (job.Settings.Matrix is not { } matrix)
        {
            return job.Shards > 1 ? job.Shards : null;
        }
        var isProduct = matrix.Exclude.IsEmpty && matrix.Include.IsEmpty;
        return YamlNode.Mapping(("matrix", YamlNode.List(isProduct
            ? [new YamlNode.Map([.. matrix.Axes.Select(axis => new YamlNode.Entry(GitLabExpression.AxisName(axis.Name), YamlNode.Inline(axis.Values)))])]
            : MatrixLegs.Of(matrix).Select(leg => (YamlNode)YamlNode.Mapping(leg.Select(value => KeyValuePair.Create(GitLabExpression.AxisName(value.Key), value.Value)), value => value)))));
    }

    private static YamlNode.Map? Environment(Deployment? deployment, Dictionary<string, string> names) => deployment is null ? null : YamlNode.Mapping(
        ("name", GitLabExpression.Text(deployment.Environment)),
        ("url", deployment.Url is { } url ? GitLabExpression.Text(url) : null),
        ("action", deployment.Stops ? "stop" : deployment.OnlyVisits ? "access" : null),
        ("on_stop", deployment.StoppedBy is { } stop ? names.GetValueOrDefault(stop, stop) : null),
        ("auto_stop_in", deployment.StopsAfter is { } limit ? $"{(int)Math.Ceiling(limit.TotalHours)} hours" : null));

    private static YamlNode.Map? Artifacts(PlannedJob job)
    {
        var folder = Leg(job) is { } leg ? $"output/jobs/{job.Id}.{leg}/" : $"output/jobs/{job.Id}/";
        string[] paths = [.. job.HandsOver ? [folder] : Array.Empty<string>(), .. job.Settings.Reports, .. job.Settings.FailureReports];
        var reports = YamlNode.Mapping(
            ("junit", job.Settings.TestReports.IsEmpty ? null : YamlNode.List(job.Settings.TestReports)),
            ("coverage_report", job.Settings.Coverage is { } coverage ? YamlNode.Mapping(("coverage_format", "cobertura"), ("path", coverage)) : null),
            ("codequality", job.Settings.ShowsFindings ? Job.FindingsFile : null));
        return paths.Length == 0 && reports.Entries.IsEmpty ? null : YamlNode.Mapping(
            ("when", "always"),
            ("access", "developer"),
            ("expire_in", "1 week"),
            ("paths", paths.Length == 0 ? null : YamlNode.List(paths)),
            ("reports", reports.Entries.IsEmpty ? null : reports));
    }
}
