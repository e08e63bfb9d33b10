using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>Puts jobs after those they need; of those that could come next, the one named first.</summary>
internal static class JobOrder
{
    public static ImmutableArray<PlannedJob> Of(IReadOnlyList<PlannedJob> jobs, string workflow, List<CiFinding> findings)
    {
        var order = ImmutableArray.CreateBuilder<PlannedJob>(jobs.Count);
        var left = jobs.ToList();
        while (left.Count > 0)
        {
            var next = left.Find(job => job.Needs.All(need => !left.Exists(other => other.Id == need)));
            if (next is null)
            {
                findings.Add(CiRule.Circle.At(workflow, $"Jobs wait for each other: {string.Join(" -> ", Walk(left))}. Put the targets of one of them into the other's job, or take the need away."));
                order.AddRange(left);
                break;
            }
            order.Add(next);
            left.Remove(next);
        }
        return order.ToImmutable();
    }

    // Everything left needs something that is left, so the walk comes back to where it was.
    private static IEnumerable<string> Walk(List<PlannedJob> left)
    {
        var path = new List<string>();
        var job = left[0];
        while (!path.Contains(job.Id, StringComparer.Ordinal))
        {
            path.Add(job.Id);
            job = left.Find(other => job.Needs.Contains(other.Id, StringComparer.Ordinal))!;
        }
        return path.SkipWhile(id => id != job.Id).Append(job.Id);
    }
}
