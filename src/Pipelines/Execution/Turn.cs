namespace Pipelines.Execution;

/// <summary>Chooses who starts next.</summary>
internal static class Turn
{
    /// <summary>
    /// The most urgent lane whose first may start now; null when none may. Others pass a lane that waits for its claim, but only as often as
    /// there are places: then what it claims is kept for it, so that it gets its turn.
    /// </summary>
    /// <param name="lanes">Lanes with targets, the most urgent first.</param>
    /// <param name="places">What is occupied.</param>
    public static Lane? Next(IEnumerable<Lane> lanes, Places places)
    {
        HashSet<string>? kept = null;
        foreach (var lane in places.AreFull ? [] : lanes)
        {
            if (places.Have(lane.Claim) && !IsKept(lane.Claim, kept))
            {
                return lane;
            }
            if (lane.Passed < places.Limit)
            {
                continue;
            }
            if (lane.Claim.IsExclusive)
            {
                return null;
            }
            (kept ??= new(StringComparer.Ordinal)).UnionWith(lane.Claim.Resources.Select(resource => resource.Name));
        }
        return null;
    }

    private static bool IsKept(Claim claim, HashSet<string>? kept) =>
        kept is not null && claim.Resources.Any(resource => kept.Contains(resource.Name));
}
