using System.Collections.Immutable;
using Pipelines.Graph;
using Pipelines.Planning;

namespace Pipelines.Ci;

/// <summary>
/// Parts the targets of a workflow into jobs. A job begins at the targets that name it; what has no job joins the one that needs it.
/// What several jobs need and must be the same for all, as it gives a result or files, gets a job of its own.
/// </summary>
internal sealed class JobBoundaries
{
    private readonly TargetGraph _graph;
    private readonly List<JobDraft> _jobs = [];

    public JobBoundaries(TargetGraph graph, TargetNames names, Workflow workflow)
    {
        _graph = graph;
        foreach (var job in workflow.Jobs)
        {
            var targets = job.Targets.IsEmpty
                ? [.. graph.Targets.Where(target => target.Job?.Name == job.Name).Select(target => target.Name)]
                : names.Of(job.Targets, $"Job '{job.Name}'");
            _jobs.Add(new(job, targets));
        }
        Entries = workflow.Targets.IsEmpty ? [] : names.Of(workflow.Targets, $"Workflow '{workflow.Name}'");
        Order = TargetOrder.Of(graph, Closure([.. Entries, .. _jobs.SelectMany(job => job.Begins)]));
        BeginAtTargets();
        BeginAtEntries();
        BeginAtShared();
        BeginAtTheRest();
    }

    public ImmutableArray<string> Entries { get; }

    /// <summary>All targets of the workflow.</summary>
    public ImmutableArray<string> Order { get; }

    public IReadOnlyList<JobDraft> Jobs => _jobs;

    /// <summary>Targets with work that are in no job, as nobody needs them and they are not listed.</summary>
    public IEnumerable<string> LeftOut => Order.Where(name => HasWork(name) && !Covered().Contains(name));

    public bool Begins(string target) => _jobs.Exists(job => job.Begins.Contains(target, StringComparer.Ordinal));

    /// <summary>The targets of a job, in order: where it begins, and what joins it.</summary>
    public ImmutableArray<string> Share(JobDraft job)
    {
        var reached = new HashSet<string>(job.Begins, StringComparer.Ordinal);
        var waiting = new Stack<string>(job.Begins);
        while (waiting.TryPop(out var name))
        {
            // What does not travel is done again, with all that it needs.
            foreach (var next in _graph[name].Dependencies.Concat(_graph[name].Triggers).Where(next => !Begins(next) || (Before(name, next) && !_graph[next].Travels)))
            {
                if (reached.Add(next))
                {
                    waiting.Push(next);
                }
            }
        }
        return [.. Order.Where(reached.Contains)];
    }

    private bool Before(string name, string next) => _graph[name].Dependencies.Contains(next, StringComparer.Ordinal);

    private bool HasWork(string name) => !_graph[name].Work.IsEmpty;

    private HashSet<string> Closure(IEnumerable<string> names)
    {
        var reached = new HashSet<string>(names, StringComparer.Ordinal);
        var waiting = new Stack<string>(reached);
        while (waiting.TryPop(out var name))
        {
            foreach (var next in _graph[name].Dependencies.Concat(_graph[name].Triggers).Where(reached.Add))
            {
                waiting.Push(next);
            }
        }
        return reached;
    }

    private HashSet<string> Covered() => [.. _jobs.SelectMany(job => Share(job))];

    private void BeginAtTargets()
    {
        foreach (var target in Order.Where(name => !Begins(name)).Select(name => _graph[name]).Where(target => target.Job is not null))
        {
            var known = _jobs.Find(job => job.Settings.Name == target.Job!.Name && job.Settings.Targets.IsEmpty);
            if (known is null)
            {
                _jobs.Add(new(target.Job!, [target.Name]));
            }
            else
            {
                known.Begins = known.Begins.Add(target.Name);
            }
        }
    }

    private void BeginAtEntries()
    {
        foreach (var name in Entries.Where(name => HasWork(name) && !Begins(name)))
        {
            Begin(name);
        }
    }

    private void BeginAtShared()
    {
        while (Shared() is { } name)
        {
            Begin(name);
        }
    }

    private string? Shared()
    {
        var shares = _jobs.ConvertAll(job => Share(job));
        return Order.Reverse().FirstOrDefault(name => !Begins(name)
            && (_graph[name].ResultType is not null || !_graph[name].Produces.IsEmpty)
            && shares.Count(share => share.Contains(name, StringComparer.Ordinal)) > 1);
    }

    private void BeginAtTheRest()
    {
        while (LeftOut.LastOrDefault(name => _graph[name].Listed) is { } name)
        {
            Begin(name);
        }
    }

    private void Begin(string target) => _jobs.Add(new(new Job(JobName.Of(target)), [target]));
}
