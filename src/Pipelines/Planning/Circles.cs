namespace Pipelines.Planning;

/// <summary>Finds circles among targets that could not be ordered.</summary>
internal static class Circles
{
    /// <summary>A problem with the whole path for each circle.</summary>
    /// <param name="waitsFor">Each target with those before it.</param>
    /// <param name="ordered">Targets that are in no circle.</param>
    public static IReadOnlyList<string> Describe(IReadOnlyDictionary<string, IReadOnlyCollection<string>> waitsFor, IEnumerable<string> ordered)
    {
        var left = waitsFor.Keys.Except(ordered, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var problems = new List<string>();
        while (left.FirstOrDefault() is { } start)
        {
            var path = Walk(start, waitsFor, left);
            var circle = path[path.IndexOf(path[^1])..];
            if (circle.Count > 1)
            {
                problems.Add($"Targets wait for each other: {string.Join(" -> ", circle)}. Remove one of these dependencies.");
            }
            left.ExceptWith(path);
        }
        return problems;
    }

    // Everything left has an unordered predecessor, so the walk ends where it has been before, or at a circle that is already told.
    private static List<string> Walk(string start, IReadOnlyDictionary<string, IReadOnlyCollection<string>> waitsFor, HashSet<string> left)
    {
        var path = new List<string>();
        for (var name = start; name is not null; name = waitsFor[name].FirstOrDefault(left.Contains))
        {
            var known = path.Contains(name, StringComparer.Ordinal);
            path.Add(name);
            if (known)
            {
                break;
            }
        }
        return path;
    }
}
