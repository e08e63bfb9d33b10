using System.Collections.Immutable;

namespace Pipelines.Agent.Proxy;

/// <summary>
/// Sorts request number n to one of several shares, evenly spread: of any requests in a row each share gets its part,
/// give or take one (two shares) or a few (more). No state, so no lock.
/// </summary>
internal sealed class WeightedSequence
{
    private readonly ImmutableArray<int> _units;
    private readonly int _total;

    /// <param name="units">Shares in any unit; their sum is the whole.</param>
    public WeightedSequence(ImmutableArray<int> units)
    {
        _units = units;
        _total = units.Sum();
    }

    /// <returns>The index of the share that gets request <paramref name="number"/>.</returns>
    public int Pick(long number)
    {
        var (at, rest) = ((ulong)number % (ulong)_total, (ulong)_total);
        for (var index = 0; index < _units.Length - 1; index++)
        {
            var units = (ulong)_units[index];
            var before = at * units / rest;
            if ((at + 1) * units / rest > before)
            {
                return index;
            }

            // The requests that this share leaves over are shared among the others in the same way.
            at -= before;
            rest -= units;
        }

        return _units.Length - 1;
    }
}
