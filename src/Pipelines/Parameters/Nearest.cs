namespace Pipelines.Parameters;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the smallest edit distance, or null when none is near; case and dashes do not count.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var key = Spelling.Key(word);
        var limit = Math.Max(1, Math.Min(3, key.Length / 2));
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            var distance = Distance(key, Spelling.Key(candidate));
            if (distance <= limit && (nearest is null || distance < limit))
            {
                (nearest, limit) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>A sentence to add to a message: <c> Did you mean 'Deploy'?</c>, or nothing.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) => To(word, candidates) is { } name ? $" Did you mean '{name}'?" : "";

    // Two neighbours in the wrong order count once (optimal string alignment): the commonest slip of all.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 3)
        {
            return int.MaxValue;
        }

        var before = new int[right.Length + 1];
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above) = (above, row);
        }

        return above[right.Length];
    }
}
