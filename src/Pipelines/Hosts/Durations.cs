using System.Globalization;

namespace Pipelines.Hosts;

/// <summary>Times for people: <c>40 ms</c>, <c>1.2 s</c>, <c>3 min 5 s</c>.</summary>
internal static class Durations
{
    public static string Show(TimeSpan time) => time switch
    {
        { TotalSeconds: < 0.9995 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
    };
}
