using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipelines.Cli;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>Workflows over targets, as a team might have them, with names and texts as no team would.</summary>
internal sealed record RandomPlan(RandomTargets Targets, CiRequest Request)
{
    private static readonly string[] Parameters = ["shard", "stage", "dry-run", "image"];

    public static Gen<RandomPlan> Any { get; } =
        from targets in RandomTargets.Any
        from systems in Gen.Frequency((4, Gen.Constant(CiSystem.All)), (1, Gen.Constant(CiSystem.GitHub)), (1, Gen.Constant(CiSystem.GitLab)))
        from names in Gen.Shuffle<string>(Words.Workflows)
        from count in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Constant(2)))
        from workflows in Gen.CollectToArray(names.Take(count), name => Of(name, targets, systems))
        from files in Gen.Frequency((3, Gen.Constant(GitLabFiles.One)), (1, Gen.Constant(GitLabFiles.PerWorkflow)))
        select new RandomPlan(targets, new([.. workflows], systems) { GitLabFiles = files });

    public CiDrawing Draw() => DrawnCi.Of(Request, Targets.Graph, this, Parameters);

    private static Gen<Workflow> Of(string name, RandomTargets targets, CiSystem systems) =>
        from triggers in RandomTriggers.Any(systems)
        let around = new Around(systems, triggers)
        from entries in Gen.SubListOf<Target>(targets.Cores)
        from ends in Gen.SubListOf<Target>(targets.Ends)
        from names in Gen.Shuffle<string>(Words.Jobs)
        from jobs in Gen.CollectToArray(ends.Index(), end => RandomJobs.End(names[end.Index], around).Select(job => Waits(job, names[^1]).Runs(end.Item)))
        from core in RandomJobs.Plain(names[^1], around)
        from review in Review(targets, around)
        from variables in Words.Variable.Zip(around.Value(Words.Text)).ListOf()
        from lane in Gen.OneOf(Gen.Constant<Expr?>(null), around.Value(Words.Line).Select(text => (Expr?)text))
        from hasCache in Gen.Elements(true, false)
        from hasGate in Gen.Elements(true, false)
        select new Workflow(name)
        {
            Triggers = triggers,
            Image = "mcr.microsoft.com/dotnet/sdk:10.0",
            Variables = variables.DistinctBy(pair => pair.Item1, StringComparer.Ordinal).ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
            Concurrency = lane is null ? null : new(lane),
            Caches = hasCache ? [Cache.NuGet] : [],
            Gate = hasGate && !triggers.Any(trigger => trigger is Trigger.PullRequest { Paths.IsEmpty: false }) ? "gate" : null,
        }.Runs([.. entries]).With([.. jobs, core.Runs(targets.Cores[^1]), .. review]);

    // What starts after a failure needs something that can fail.
    private static Job Waits(Job job, string need) => job.Start == JobStart.AfterFailure ? job with { Needs = [need] } : job;

    // An environment for each pull request, with the job that takes it down.
    private static Gen<ImmutableArray<Job>> Review(RandomTargets targets, Around around)
    {
        if (!around.HasPullRequest || around.Triggers.Length > 1)
        {
            return Gen.Constant(ImmutableArray<Job>.Empty);
        }

        var stop = new Job("stop-review") { When = Condition.OwnPullRequest, Deployment = new("review/" + Expr.PullRequest) { Stops = true } }.Runs(targets.Alone);
        return from hours in Gen.Choose(1, 500)
               from url in around.Value(Gen.Elements(".a", "-b.example.com"))
               select ImmutableArray.Create(
                   new Job("review")
                   {
                       When = Condition.OwnPullRequest,
                       Deployment = new("review/" + Expr.PullRequest) { Url = "https://" + url, StoppedBy = "stop-review", StopsAfter = TimeSpan.FromMinutes(hours * 17) },
                   }.Runs(targets.Ends[^1]),
                   stop);
    }
}
