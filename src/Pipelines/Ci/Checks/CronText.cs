using System.Globalization;

namespace Pipelines.Ci.Checks;

/// <summary>Reads the five fields of a schedule.</summary>
internal static class CronText
{
    // GitHub starts nothing more often.
    private const int ShortestMinutes = 5;
    private static readonly (string Name, int From, int To)[] Fields = [("minute", 0, 59), ("hour", 0, 23), ("day of month", 1, 31), ("month", 1, 12), ("day of week", 0, 6)];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Problem(string cron)
    {
        var parts = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            return $"has {parts.Length} fields and needs 5: minute, hour, day of month, month, day of week.";
        }
        for (var index = 0; index < parts.Length; index++)
        {
            var (name, from, to) = Fields[index];
            if (parts[index].Split(',').Any(item => Values(item, from, to) is null))
            {
                return $"has '{parts[index]}' as {name}, which is not in {from} to {to}. Use numbers, '*', ranges as 1-5, and steps as */15.";
            }
        }
        var minutes = parts[0].Split(',').SelectMany(item => Values(item, 0, 59)!).Distinct().Order().ToList();
        var shortest = minutes.Count < 2 ? 60 : minutes.Zip(minutes.Skip(1).Append(minutes[0] + 60), (left, right) => right - left).Min();
        return shortest < ShortestMinutes ? $"starts every {shortest} min, and GitHub does every {ShortestMinutes} min at most. Use a step as */15." : null;
    }

    private static IEnumerable<int>? Values(string item, int from, int to)
    {
        var parts = item.Split('/');
        var range = parts[0] == "*" ? [from, to] : parts[0].Split('-').Select(Number).ToArray();
        var step = parts.Length == 2 ? Number(parts[1]) : 1;
        var (first, last) = range switch
        {
            [var only] => (only, parts.Length == 2 ? to : only),
            [var start, var end] => (start, end),
            _ => (-1, -1),
        };
        return parts.Length <= 2 && step >= 1 && first >= from && last <= to && first <= last ? Enumerable.Range(first, last - first + 1).Where(value => (value - first) % step == 0) : null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
