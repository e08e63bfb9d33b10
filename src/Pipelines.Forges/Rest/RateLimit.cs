using System.Globalization;
using System.Net;

namespace Pipelines.Forges.Rest;

/// <summary>What a server says about when to come again; GitHub puts <c>x-</c> before the names of the headers, GitLab does not.</summary>
internal static class RateLimit
{
    private static readonly string[] Prefixes = ["x-ratelimit-", "ratelimit-"];

    // Where nothing else is said, GitHub's documentation asks for a minute at least.
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait; null when the answer tells of no limit.</summary>
    public static TimeSpan? Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        var isLimit = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;
        if (!isLimit && response.StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }
        return response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => Until(date, now),
            _ when isLimit && Number(response, "remaining") == 0 && Number(response, "reset") is { } reset => Until(DateTimeOffset.FromUnixTimeSeconds(reset), now),
            _ => response.StatusCode == HttpStatusCode.TooManyRequests ? Unsaid : null,
        };
    }

    private static TimeSpan Until(DateTimeOffset then, DateTimeOffset now) => then > now ? then - now : TimeSpan.Zero;

    private static long? Number(HttpResponseMessage response, string name)
    {
        foreach (var prefix in Prefixes)
        {
            if (response.Headers.TryGetValues(prefix + name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }
        return null;
    }
}
