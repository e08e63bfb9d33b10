namespace Pipelines.Execution;

/// <summary>Orders targets by how long the plan still takes from the start of each: what keeps the run waiting longest starts first.</summary>
internal static class Urgency
{
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(1);

    /// <summary>Positions in the plan, what starts first at the front. Equal ones keep the plan's order.</summary>
    /// <param name="plan">What runs.</param>
    /// <param name="links">Who waits for whom in it.</param>
    /// <param name="known">Durations of earlier runs by target; an unknown one counts as the median, and as one second when none is known.</param>
    public static int[] Order(ExecutionPlan plan, PlanLinks links, IReadOnlyDictionary<string, TimeSpan> known)
    {
        var remaining = Remaining(plan, links, known);
        var order = PlanOrder(plan);
        Array.Sort(order, (left, right) => remaining[left] == remaining[right] ? left.CompareTo(right) : remaining[right].CompareTo(remaining[left]));
        return order;
    }

    /// <summary>Positions as they are.</summary>
    public static int[] PlanOrder(ExecutionPlan plan)
    {
        var order = new int[plan.Targets.Length];
        for (var position = 0; position < order.Length; position++)
        {
            order[position] = position;
        }
        return order;
    }

    private static long[] Remaining(ExecutionPlan plan, PlanLinks links, IReadOnlyDictionary<string, TimeSpan> known)
    {
        var usual = Median(plan, known);
        var remaining = new long[plan.Targets.Length];
        for (var position = remaining.Length - 1; position >= 0; position--)
        {
            var target = plan.Targets[position];
            var longest = 0L;
            foreach (var follower in links.Followers(position))
            {
                longest = Math.Max(longest, remaining[follower]);
            }
            remaining[position] = longest + (target.SkipReason is null ? known.GetValueOrDefault(target.Name, usual).Ticks : 0);
        }
        return remaining;
    }

    private static TimeSpan Median(ExecutionPlan plan, IReadOnlyDictionary<string, TimeSpan> known)
    {
        var durations = plan.Targets.Where(target => known.ContainsKey(target.Name)).Select(target => known[target.Name]).Order().ToList();
        return durations.Count == 0 ? Unit : durations[durations.Count / 2];
    }
}
