namespace Pipelines.Execution;

/// <summary>Targets, by rank, that wait for nothing but a place.</summary>
internal sealed class WaitingTargets
{
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly SortedSet<Lane> _order = new(Comparer<Lane>.Create((left, right) => left.First.CompareTo(right.First)));

    public void Add(int rank, Claim claim)
    {
        if (!_lanes.TryGetValue(claim.Key, out var lane))
        {
            _lanes[claim.Key] = lane = new(claim);
        }
        // The set finds a lane by its first, which may change now.
        if (!lane.IsEmpty)
        {
            _order.Remove(lane);
        }
        lane.Add(rank);
        _order.Add(lane);
    }

    public bool HaveOneFor(Places places) => Turn.Next(_order, places) is not null;

    /// <summary>Starts the one whose turn it is; null when there is no place for any.</summary>
    public int? Take(Places places)
    {
        if (Turn.Next(_order, places) is not { } next)
        {
            return null;
        }
        foreach (var lane in _order)
        {
            if (ReferenceEquals(lane, next))
            {
                break;
            }
            lane.Passed++;
        }
        places.Take(next.Claim);
        return TakeFirst(next);
    }

    /// <summary>Takes all, whether there is a place or not.</summary>
    public IReadOnlyList<int> TakeAll()
    {
        var ranks = new List<int>();
        while (_order.Min is { } lane)
        {
            ranks.Add(TakeFirst(lane));
        }
        return ranks;
    }

    private int TakeFirst(Lane lane)
    {
        _order.Remove(lane);
        var rank = lane.Take();
        if (!lane.IsEmpty)
        {
            _order.Add(lane);
        }
        return rank;
    }
}
