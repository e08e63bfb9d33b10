using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipelines.EndToEnd.Harness;

/// <summary>What <c>wrk</c> counted.</summary>
/// <param name="Requests">Answers received.</param>
/// <param name="NotSuccessful">Answers with a status other than 2xx or 3xx.</param>
/// <param name="SocketErrors">Failed connects, reads and writes, and timeouts.</param>
/// <param name="RequestsPerSecond">Over the whole time.</param>
internal sealed partial record WrkReport(long Requests, long NotSuccessful, long SocketErrors, double RequestsPerSecond)
{
    /// <summary>Requests that a visitor would call failed.</summary>
    public long Failed => NotSuccessful + SocketErrors;

    /// <summary>Reads what wrk prints at its end.</summary>
    /// <exception cref="FormatException">The text has no totals: wrk did not run to its end.</exception>
    public static WrkReport Parse(string text) => new(
        (long)(Number(Total().Match(text)) ?? throw new FormatException($"wrk gave no totals:\n{text}")),
        (long)(Number(Failures().Match(text)) ?? 0),
        SocketFailures().Matches(text).Sum(match => (long)Number(match)!.Value),
        Number(Rate().Match(text)) ?? 0);

    private static double? Number(Match match) =>
        match.Success ? double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<number>\d+) requests in ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Failures();

    [GeneratedRegex(@"(?<=Socket errors:.*)(connect|read|write|timeout) (?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SocketFailures();

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
