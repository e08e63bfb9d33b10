using System.Globalization;

namespace Sample.Storefront.Faults;

/// <summary>The kinds of value that a fault takes; null for a text that is none.</summary>
internal static class FaultValue
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>From 0 to 1, with a point.</summary>
    public static decimal? Ratio(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1 ? value : null;

    /// <summary>0 or more.</summary>
    public static long? Count(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool? Flag(string text) => bool.TryParse(text, out var value) ? value : null;

    /// <summary>A number with <c>ms</c>, <c>s</c> or <c>m</c>, up to ten minutes.</summary>
    public static TimeSpan? Duration(string text)
    {
        var digits = text.AsSpan().TrimEnd("ms");
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        decimal? milliseconds = text[digits.Length..] switch
        {
            "ms" => number,
            "s" => number * 1_000,
            "m" => number * 60_000,
            _ => null,
        };
        return milliseconds <= (decimal)Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds((double)milliseconds) : null;
    }

    /// <summary>What a setting takes, for people.</summary>
    public static string Expected(string setting) => setting.ToUpperInvariant() switch
    {
        "ERRORS" => "a ratio from 0 to 1, such as 0.3",
        "LATENCY" or "SLOWSTART" => "a duration up to 10m, such as 500ms or 2s",
        "NEVERREADY" or "CRASHATSTART" => "true or false",
        _ => "a number of requests, 0 or more",
    };
}
