namespace Pipelines.Ci.Checks;

/// <summary>What jobs hand to each other, and how they are spread.</summary>
internal static class HandoverChecks
{
    private const int MostLegsOnGitHub = 256;
    private const int MostLegsOnGitLab = 200;

    public static IEnumerable<CiFinding> Of(Checked plan) =>
        [.. plan.Jobs.SelectMany(entry => Spread(plan, entry.Job, entry.Subject).Concat(Taken(plan, entry.Workflow, entry.Job, entry.Subject)))];

    private static IEnumerable<CiFinding> Spread(Checked plan, PlannedJob job, string subject)
    {
        if (job.Shards > 1)
        {
            foreach (var name in job.Invoked.Where(name => plan.Graph[name] is { Splits: false, Partitions: 1 }))
            {
                yield return CiRule.NotSplit.At(subject, $"{job.Shards} machines would each run all of '{name}', as it does not split. Say Splits() in its definition and do only the share that --shard names, or take Shards away.");
            }
            if (plan.Parameters.Count > 0 && !plan.Parameters.Contains("shard"))
            {
                yield return CiRule.NotSplit.At(subject, "The build has no parameter 'shard' by which a machine is told its share. Add one, such as [Parameter] string? Shard.");
            }
        }
        var most = plan.IsForGitLab ? MostLegsOnGitLab : MostLegsOnGitHub;
        if (job.Shards > most)
        {
            yield return CiRule.Matrix.At(subject, $"It has {job.Shards} shards. Give it at most {most}.");
        }
        if (job.Settings.Matrix is not { } matrix)
        {
            yield break;
        }
        var legs = MatrixLegs.Of(matrix).Length;
        if (legs == 0 || legs > most)
        {
            yield return CiRule.Matrix.At(subject, $"The matrix has {legs} combinations. Give it 1 to {most}.");
        }
        if (job.Shards > 1)
        {
            yield return CiRule.Matrix.At(subject, "It has a matrix and shards, which tell their runs apart in the same way. Make the shard an axis of the matrix, or two jobs.");
        }
        foreach (var odd in matrix.Include.Where(leg => matrix.Axes.Any(axis => !leg.ContainsKey(axis.Name))))
        {
            yield return CiRule.Matrix.At(subject, $"The combination {string.Join(", ", odd.Select(pair => $"{pair.Key}={pair.Value}"))} is to be added, but does not say every axis. Name all of {string.Join(", ", matrix.Axes.Select(axis => axis.Name))}.");
        }
    }

    private static IEnumerable<CiFinding> Taken(Checked plan, PlannedWorkflow workflow, PlannedJob job, string subject)
    {
        foreach (var name in job.Repeated)
        {
            yield return CiRule.Repeated.At(subject, $"'{name}' runs here again, as what it leaves behind stays in place. Let it say Produces(...) to hand it over.");
        }
        foreach (var (target, source) in job.Targets.SelectMany(name => plan.Graph[name].Consumes.Select(consumed => (name, consumed))).Where(pair => plan.Graph[pair.consumed].Produces.IsEmpty))
        {
            yield return CiRule.NotProduced.At(subject, $"'{target}' consumes files of '{source}', which produces none. Let '{source}' say Produces(...).");
        }
        foreach (var many in job.After.Select(workflow.Find).OfType<PlannedJob>().Where(other => other.IsMany))
        {
            var needed = job.Targets.SelectMany(name => plan.Graph[name].Dependencies.Concat(plan.Graph[name].Consumes)).Where(name => many.Targets.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
            foreach (var name in needed.Where(name => plan.Graph[name].ResultType is not null || (many.Settings.Matrix is not null && !plan.Graph[name].Produces.IsEmpty)))
            {
                yield return CiRule.ManyResults.At(subject, $"It takes what '{name}' gives, but job '{many.Id}' runs several times and gives several. Give '{name}' a job that runs once.");
            }
        }
    }
}
