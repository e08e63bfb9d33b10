namespace Pipelines.Execution;

/// <summary>What running targets occupy.</summary>
/// <param name="limit">Targets at the same time.</param>
internal sealed class Places(int limit)
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private bool _taken;

    public int Limit => limit;

    public int Running { get; private set; }

    /// <summary>Nobody may start, whatever it claims.</summary>
    public bool AreFull => Running >= limit || _taken;

    public bool Have(Claim claim)
    {
        if (AreFull || (claim.IsExclusive && Running > 0))
        {
            return false;
        }
        foreach (var resource in claim.Resources)
        {
            if (_used.GetValueOrDefault(resource.Name) >= resource.Capacity)
            {
                return false;
            }
        }
        return true;
    }

    public void Take(Claim claim)
    {
        Running++;
        _taken = claim.IsExclusive;
        Use(claim, 1);
    }

    public void Leave(Claim claim)
    {
        Running--;
        _taken = false;
        Use(claim, -1);
    }

    private void Use(Claim claim, int count)
    {
        foreach (var resource in claim.Resources)
        {
            _used[resource.Name] = _used.GetValueOrDefault(resource.Name) + count;
        }
    }
}
