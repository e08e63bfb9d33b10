using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>The combinations of a matrix.</summary>
internal static class MatrixLegs
{
    /// <summary>All of them: the product without what is excluded, and what is included.</summary>
    public static ImmutableArray<ImmutableSortedDictionary<string, string>> Of(Matrix matrix)
    {
        IEnumerable<ImmutableSortedDictionary<string, string>> legs = matrix.Axes.IsEmpty ? [] : [ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)];
        foreach (var axis in matrix.Axes)
        {
            legs = [.. legs.SelectMany(leg => axis.Values.Select(value => leg.SetItem(axis.Name, value)))];
        }
        return [.. legs.Where(leg => !matrix.Exclude.Any(excluded => Has(leg, excluded))), .. matrix.Include];
    }

    private static bool Has(ImmutableSortedDictionary<string, string> leg, ImmutableSortedDictionary<string, string> values) =>
        values.All(value => leg.TryGetValue(value.Key, out var known) && known == value.Value);
}
