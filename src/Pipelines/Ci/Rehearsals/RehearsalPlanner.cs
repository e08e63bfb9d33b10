using System.Collections.Immutable;

namespace Pipelines.Ci.Rehearsals;

/// <summary>Says how the jobs of a workflow run on this machine: which do, which only plan, which cannot. The same workflow and request give the same rehearsal.</summary>
internal sealed class RehearsalPlanner(PlannedWorkflow workflow, RehearsalRequest request)
{
    private const string OnlyPlan = " --plan";

    private readonly RehearsedValues _values = new(workflow, request);
    private readonly Reach _reach = new(workflow);
    private readonly Dictionary<string, string?> _unmade = new(StringComparer.Ordinal);

    public Rehearsal Plan()
    {
        var jobs = ImmutableArray.CreateBuilder<RehearsedJob>();
        foreach (var job in Wanted())
        {
            var legs = Legs(job).ToList();
            _unmade[job.Id] = legs.Select(leg => leg.LeftOut ?? leg.OnlyPlans).FirstOrDefault(reason => reason is not null);
            jobs.AddRange(legs);
        }
        return new(workflow.Name, jobs.ToImmutable());
    }

    // One job with all that it needs, or everything.
    private IEnumerable<PlannedJob> Wanted()
    {
        if (request.Job is null)
        {
            return workflow.Jobs;
        }
        var wanted = new HashSet<string>(StringComparer.Ordinal) { workflow.Jobs.First(job => string.Equals(job.Id, request.Job, StringComparison.OrdinalIgnoreCase)).Id };
        foreach (var job in workflow.Jobs.Reverse().Where(job => wanted.Contains(job.Id)))
        {
            wanted.UnionWith(job.Needs);
        }
        return workflow.Jobs.Where(job => wanted.Contains(job.Id));
    }

    private IEnumerable<RehearsedJob> Legs(PlannedJob job)
    {
        if (job.Settings.Matrix is { } matrix)
        {
            return MatrixLegs.Of(matrix).Select(leg => Leg(job, string.Join('-', matrix.Axes.Select(axis => leg[axis.Name])), shard: null, leg));
        }
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return job.Shards > 1
            ? Enumerable.Range(1, job.Shards).Select(shard => Leg(job, $"{shard}of{job.Shards}", $"{shard}/{job.Shards}", none))
            : [Leg(job, name: null, shard: null, none)];
    }

    private RehearsedJob Leg(PlannedJob job, string? name, string? shard, ImmutableSortedDictionary<string, string> values)
    {
        var onlyPlans = request.WithDeployments ? null : _reach.Of(job);
        var leftOut = LeftOut(job, values, isPlan: onlyPlans is not null);
        var line = CommandLine.Of(job, workflow, shard is null ? null : "\"$SHARD\"", name is null ? null : "$LEG");
        return new(name is null ? job.Id : $"{job.Id}.{name}", job.Id, onlyPlans is null ? line : line + OnlyPlan)
        {
            Variables = _values.Variables(job, values).AddRange(OfLeg(job, name, shard)),
            Needs = request.Job is null ? job.Needs : [.. job.Needs.Where(_unmade.ContainsKey)],
            Takes = job.After,
            Start = job.Settings.Start,
            MayFail = job.Settings.MayFail,
            FullHistory = job.Settings.FullHistory,
            Timeout = job.Timeout,
            LeftOut = leftOut,
            OnlyPlans = leftOut is null ? onlyPlans : null,
            Differences = leftOut is null && onlyPlans is null ? [.. Differences(job, values)] : [],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> OfLeg(PlannedJob job, string? name, string? shard)
    {
        if (shard is not null)
        {
            yield return KeyValuePair.Create("SHARD", shard);
        }
        if (name is not null && job.HandsOver)
        {
            yield return KeyValuePair.Create("LEG", name);
        }
    }

    private string? LeftOut(PlannedJob job, ImmutableSortedDictionary<string, string> values, bool isPlan)
    {
        if (job.Settings.When is { } when && new RehearsedCondition(workflow, request).Holds(when) == false)
        {
            return "its condition does not hold here";
        }
        if (job.After.FirstOrDefault(need => _unmade.GetValueOrDefault(need) is not null) is { } unmade)
        {
            return $"'{unmade}' makes nothing here that it could take over";
        }
        if (isPlan)
        {
            return null;
        }
        if (Kind(job.Runner, values) is { } kind && kind != request.Machine && (kind != "ubuntu" || request.Machine == "windows"))
        {
            return $"it needs {kind}";
        }
        var absent = job.Settings.Services.Where(service => !request.Environment.ContainsKey(ServiceVariables.HostOf(service))).ToList();
        return absent.Count == 0 ? null
            : $"it needs {string.Join(" and ", absent.Select(service => service.Image))}; set {string.Join(" and ", absent.Select(ServiceVariables.HostOf))} to where such servers run";
    }

    private IEnumerable<string> Differences(PlannedJob job, ImmutableSortedDictionary<string, string> values)
    {
        if (!job.Runner.IsHosted)
        {
            yield return $"runs on this machine, not on one of '{job.Runner.Group ?? string.Join(' ', job.Runner.Labels)}'";
        }
        else if (Kind(job.Runner, values) is { } kind && kind != request.Machine)
        {
            yield return $"runs on this machine, not on {kind}";
        }
        if (job.Settings.Container is { } container)
        {
            yield return $"runs on this machine, not in {container}";
        }
        if (!job.Settings.GitHubSteps.IsEmpty || !job.Settings.GitLabScript.IsEmpty)
        {
            yield return "leaves out the steps that only one system has";
        }
        foreach (var secret in job.Settings.Secrets.Where(secret => !request.Environment.ContainsKey(secret)))
        {
            yield return $"has no secret {secret}, as no variable of that name is set";
        }
        if (job.Settings.IdentityToken is { } token)
        {
            yield return $"gets no token for {token.Audience}";
        }
    }

    // As the names of hosted runners begin; null for a machine of one's own.
    private static string? Kind(Runner runner, ImmutableSortedDictionary<string, string> values) =>
        runner.IsHosted && (runner.Axis is { } axis ? values.GetValueOrDefault(axis) : runner.Labels.FirstOrDefault()) is { } label ? label.Split('-')[0] : null;
}
