using System.Globalization;

namespace Pipelines.Parameters;

/// <summary>Readers of days and hours, in the order of ISO 8601 alone: other orders mean another day in another country.</summary>
internal static class CalendarReaders
{
    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];
    private static readonly string[] Hours = ["HH:mm", "HH:mm:ss.FFFFFFF"];

    /// <summary>The reader of a type, or null when it is not one of these.</summary>
    public static ValueReader? For(Type type)
    {
        if (type == typeof(DateTime))
        {
            return new(type, "time", "a time such as 2026-01-31T18:00:00", (text, _) => DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value) ? value : null);
        }

        if (type == typeof(DateTimeOffset))
        {
            return new(type, "instant", "an instant such as 2026-01-31T18:00:00+01:00, UTC without an offset", (text, _) => DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null);
        }

        if (type == typeof(DateOnly))
        {
            return new(type, "date", "a date such as 2026-01-31", (text, _) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null);
        }

        return type == typeof(TimeOnly)
            ? new(type, "time of day", "a time of day such as 18:00", (text, _) => TimeOnly.TryParseExact(text, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null)
            : null;
    }
}
