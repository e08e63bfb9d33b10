using System.Collections.Immutable;
using Pipelines.Ci.Yaml;
using Pipelines.Graph;

namespace Pipelines.Ci.GitHub;

/// <summary>Says a planned workflow in GitHub's words.</summary>
internal sealed class GitHubLowering(TargetGraph graph, ActionPins pins)
{
    private const string GateRunner = "ubuntu-24.04";
    private const int GateMinutes = 5;

    public GitHubWorkflow Lower(PlannedWorkflow workflow)
    {
        var steps = new GitHubSteps(pins, workflow);
        var jobs = workflow.Jobs.Select(job => Lower(workflow, job, steps));
        return new(workflow.Name, GitHubTriggers.Of(workflow), workflow.Settings.Gate is { } gate ? [.. jobs, Gate(gate, workflow)] : [.. jobs])
        {
            RunName = workflow.Name + " of ${{ github.head_ref || github.ref_name }}",
            Env = Env(workflow),
            Concurrency = Concurrency(workflow),
            Raw = workflow.Settings.GitHub,
        };
    }

    private GitHubJob Lower(PlannedWorkflow workflow, PlannedJob job, GitHubSteps steps) => new(job.Id)
    {
        Name = job.Settings.Matrix is { } matrix ? $"{GitHubExpression.Escaped(job.Title)} ({string.Join(", ", matrix.Axes.Select(axis => $"${{{{ matrix.{axis.Name} }}}}"))})"
            : job.Shards > 1 ? $"{GitHubExpression.Escaped(job.Title)} (${{{{ matrix.shard }}}} of {job.Shards})" : GitHubExpression.Escaped(job.Title),
        Above = TargetWords.Of(job, graph),
        Needs = job.Needs,
        If = GitHubExpression.If(When(workflow, job), job.Settings.Start),
        RunsOn = RunsOn(job.Runner),
        Container = job.Settings.Container,
        Environment = Environment(job),
        Permissions = Permissions(job),
        Concurrency = job.Concurrency is { } group ? new(GitHubExpression.Text(group.Group), group.CancelsOlder) : null,
        TimeoutMinutes = (int)Math.Ceiling(job.Timeout.TotalMinutes),
        ContinueOnError = job.Settings.MayFail,
        Strategy = Strategy(job),
        Services = Services(job),
        Steps = steps.Of(job),
        Raw = job.Settings.GitHub,
    };

    // One that all others have to pass, for the rules of the branch: a job that is left out counts as passed.
    private static GitHubJob Gate(string name, PlannedWorkflow workflow) => new(name)
    {
        Name = JobName.Words(name),
        Above = "The one check to require: succeeds when no other job failed or was cancelled",
        Needs = [.. workflow.Jobs.Select(job => job.Id)],
        If = "${{ always() }}",
        RunsOn = GateRunner,
        TimeoutMinutes = GateMinutes,
        Steps =
        [
            new("Look at the other jobs")
            {
                Env = ImmutableSortedDictionary<string, string>.Empty.Add("RESULTS", "${{ join(needs.*.result, ' ') }}"),
                Run = "case \" $RESULTS \" in *' failure '* | *' cancelled '*) echo \"Not all jobs succeeded: $RESULTS\" && exit 1 ;; esac",
            },
        ],
    };

    private static ImmutableSortedDictionary<string, string> Env(PlannedWorkflow workflow)
    {
        var env = workflow.Settings.Variables.ToImmutableSortedDictionary(pair => pair.Key, pair => GitHubExpression.Text(pair.Value), StringComparer.Ordinal);
        env = env.SetItem("DOTNET_CLI_TELEMETRY_OPTOUT", "1").SetItem("DOTNET_NOLOGO", "1");
        return workflow.Jobs.Any(job => job.Caches.Contains(Cache.NuGet)) ? env.SetItem("NUGET_PACKAGES", "${{ github.workspace }}/.nuget/packages") : env;
    }

    private static GitHubConcurrency Concurrency(PlannedWorkflow workflow)
    {
        if (workflow.Settings.Concurrency is { } given)
        {
            return new(GitHubExpression.Text(given.Group), given.CancelsOlder);
        }
        // Runs of different branches and pull requests have nothing to do with each other. A deployment is never cancelled by the next; a check of a pull request is.
        var group = IsOfOneBranch(workflow) ? workflow.Id : $"{workflow.Id}-${{{{ github.ref }}}}";
        return workflow.Has<Trigger.PullRequest>() && !workflow.Jobs.Any(job => job.Deploys)
            ? new(group, "${{ github.event_name == 'pull_request' }}")
            : new(group, CancelInProgress: false);
    }

    private static bool IsOfOneBranch(PlannedWorkflow workflow) => workflow.Settings.Triggers.All(trigger => trigger switch
    {
        Trigger.Push { Branches: [var branch] } => !branch.Contains('*', StringComparison.Ordinal),
        Trigger.Schedule or Trigger.Manual => true,
        _ => false,
    });

    // What takes an environment down runs when the pull request is closed, and nothing else does then.
    private static Condition? When(PlannedWorkflow workflow, PlannedJob job)
    {
        if (!workflow.StopsWhenClosed)
        {
            return job.Settings.When;
        }
        var action = Condition.Only(job.Settings.Deployment is { Stops: true } ? "github.event.action == 'closed'" : "github.event.action != 'closed'", "");
        return job.Settings.When is { } when ? when & action : action;
    }

    private static YamlNode RunsOn(Runner runner) => runner.Axis is { } axis ? $"${{{{ matrix.{axis} }}}}"
        : runner.Group is { } group ? YamlNode.Mapping(("group", group), ("labels", runner.Labels.IsEmpty ? null : YamlNode.Inline(runner.Labels)))
        : runner.Labels is [var only] ? only : YamlNode.Inline(runner.Labels);

    // A visit would be recorded as a deployment, so it is one only where the job needs what the environment guards.
    private static YamlNode.Map? Environment(PlannedJob job) => job.Settings.Deployment is not { } deployment
        || (deployment.OnlyVisits && job.Settings.Secrets.IsEmpty && job.Settings.IdentityToken is null) ? null
        : YamlNode.Mapping(("name", GitHubExpression.Text(deployment.Environment)), ("url", deployment.Url is { } url ? GitHubExpression.Text(url) : null));

    private static ImmutableArray<Permission> Permissions(PlannedJob job)
    {
        var given = job.Settings.Permissions.Any(permission => permission.Scope == "contents")
            ? job.Settings.Permissions
            : [Permission.Read("contents", "check out the sources"), .. job.Settings.Permissions];
        return job.Settings.IdentityToken is { } token && given.All(permission => permission.Scope != "id-token") ? given.Add(Permission.Write("id-token", $"prove to {token.Audience} who it is")) : given;
    }

    private static YamlNode.Map? Strategy(PlannedJob job)
    {
        if (job.Settings.Matrix is { } matrix)
        {
            var axes = matrix.Axes.Select(axis => new YamlNode.Entry(axis.Name, YamlNode.Inline(axis.Values.Select(GitHubExpression.Escaped)))).ToList();
            AddLegs(axes, "exclude", matrix.Exclude);
            AddLegs(axes, "include", matrix.Include);
            return YamlNode.Mapping(("fail-fast", matrix.FailFast), ("max-parallel", matrix.MaxParallel), ("matrix", new YamlNode.Map([.. axes])));
        }
        return job.Shards > 1
            ? YamlNode.Mapping(("fail-fast", false), ("matrix", YamlNode.Mapping(("shard", YamlNode.Inline(Enumerable.Range(1, job.Shards).Select(shard => (YamlNode)shard))))))
            : null;
    }

    private static void AddLegs(List<YamlNode.Entry> axes, string key, ImmutableArray<ImmutableSortedDictionary<string, string>> legs)
    {
        if (!legs.IsEmpty)
        {
            axes.Add(new(key, YamlNode.List(legs.Select(leg => (YamlNode)YamlNode.Mapping(leg, value => (YamlNode)GitHubExpression.Escaped(value))))));
        }
    }

    private static YamlNode.Map? Services(PlannedJob job) => job.Settings.Services.IsEmpty ? null
        : new YamlNode.Map([.. job.Settings.Services.Select(service => new YamlNode.Entry(service.Name, Service(service)))]);

    private static YamlNode.Map Service(Service service) => YamlNode.Mapping(
        ("image", service.Image),
        ("env", service.Variables.IsEmpty ? null : YamlNode.Mapping(service.Variables, value => (YamlNode)GitHubExpression.Escaped(value))),
        ("ports", YamlNode.List($"{service.Port}:{service.Port}")),
        ("options", service.Readiness is { } ready ? $"--health-cmd \"{ready}\" --health-interval 2s --health-timeout 5s --health-retries 30" : null));
}
