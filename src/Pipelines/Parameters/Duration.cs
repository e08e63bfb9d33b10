using System.Globalization;

namespace Pipelines.Parameters;

/// <summary>Times as people write them: <c>500ms</c>, <c>3s</c>, <c>1m30s</c>, <c>2h</c>, <c>1d</c> or <c>00:01:30</c>; never a bare number.</summary>
internal static class Duration
{
    /// <summary>Ends the sentence "expected ...".</summary>
    public const string Expectation = "a time such as 500ms, 3s, 2m, 1h30m or 00:01:30";

    private const decimal Longest = long.MaxValue;

    /// <summary>The time, or null when the text is none.</summary>
    public static TimeSpan? TryRead(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var clock) ? clock : null;
        }

        var total = 0m;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var digits = Length(rest, character => char.IsAsciiDigit(character) || character == '.');
            var unit = Length(rest[digits..], char.IsAsciiLetterLower);
            var ticks = TicksOf(rest.Slice(digits, unit));
            if (ticks == 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            if (number > Longest / ticks || (total += number * ticks) > Longest)
            {
                return null;
            }

            rest = rest[(digits + unit)..];
        }

        return text.Length == 0 ? null : TimeSpan.FromTicks((long)total);
    }

    /// <summary>The shortest text that reads as this time: <c>1m30s</c>. What is negative, or no whole number of milliseconds, stands as <c>c</c> formats it.</summary>
    public static string Write(TimeSpan time)
    {
        if (time < TimeSpan.Zero || time.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            return time.ToString("c", CultureInfo.InvariantCulture);
        }

        (int Number, string Unit)[] parts = [(time.Days, "d"), (time.Hours, "h"), (time.Minutes, "m"), (time.Seconds, "s"), (time.Milliseconds, "ms")];
        return time == TimeSpan.Zero ? "0s" : string.Concat(parts.Where(part => part.Number > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Number}{part.Unit}")));
    }

    private static int Length(ReadOnlySpan<char> text, Func<char, bool> wanted)
    {
        var length = 0;
        while (length < text.Length && wanted(text[length]))
        {
            length++;
        }

        return length;
    }

    private static long TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        "d" => TimeSpan.TicksPerDay,
        _ => 0,
    };
}
