using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>A workflow whose jobs are known.</summary>
/// <param name="Settings">What its author said.</param>
/// <param name="Jobs">Each after those it needs.</param>
internal sealed record PlannedWorkflow(Workflow Settings, ImmutableArray<PlannedJob> Jobs)
{
    public string Name => Settings.Name;

    /// <summary>The name as files and jobs have it.</summary>
    public string Id => JobName.Of(Settings.Name);

    /// <summary>Inputs of the form, whoever fills it in.</summary>
    public ImmutableArray<Input> Inputs =>
    [
        .. Settings.Triggers.SelectMany(trigger => trigger switch
        {
            Trigger.Manual manual => manual.Inputs,
            Trigger.Called called => called.Inputs,
            _ => [],
        }).DistinctBy(input => input.Name, StringComparer.Ordinal),
    ];

    /// <summary>Closing a pull request takes down what it brought up.</summary>
    public bool StopsWhenClosed => Has<Trigger.PullRequest>() && Jobs.Any(job => job.Settings.Deployment is { Stops: true });

    public bool Has<TTrigger>()
        where TTrigger : Trigger => Settings.Triggers.Any(trigger => trigger is TTrigger);

    public PlannedJob? Find(string job) => Jobs.FirstOrDefault(other => other.Id == job);

    /// <summary>The jobs that a job needs, and those that they need; each once, after its own.</summary>
    public ImmutableArray<PlannedJob> Before(PlannedJob job)
    {
        var found = ImmutableArray.CreateBuilder<PlannedJob>();
        Collect(job, found, new(StringComparer.Ordinal) { job.Id });
        return found.ToImmutable();
    }

    private void Collect(PlannedJob job, ImmutableArray<PlannedJob>.Builder found, HashSet<string> seen)
    {
        foreach (var need in job.Needs.Where(seen.Add).Select(Find).OfType<PlannedJob>())
        {
            Collect(need, found, seen);
            found.Add(need);
        }
    }
}
