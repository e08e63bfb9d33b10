using System.Text.RegularExpressions;

namespace Pipelines.Forges.Rest;

/// <summary>Where a list goes on. Only the query of what the server names is taken: the token is sent to no address that an answer gives.</summary>
internal static partial class NextPage
{
    /// <summary>The path of the next page; null after the last.</summary>
    /// <param name="response">With the page before it.</param>
    /// <param name="path">Of that page.</param>
    public static string? Of(HttpResponseMessage response, string path)
    {
        var query = Link(response) ?? Number(response, path);
        var start = path.Split('?')[0];
        return query is null || $"{start}?{query}" == path ? null : $"{start}?{query}";
    }

    // RFC 8288: <address>; rel="next", <address>; rel="last"
    private static string? Link(HttpResponseMessage response)
    {
        foreach (var link in response.Headers.TryGetValues("Link", out var links) ? links.SelectMany(line => Links().Matches(line)) : [])
        {
            if (link.Groups["parameters"].Value.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase)
                && link.Groups["address"].Value.Split('?', 2) is [_, var query])
            {
                return query;
            }
        }
        return null;
    }

    // GitLab's other way.
    private static string? Number(HttpResponseMessage response, string path) =>
        response.Headers.TryGetValues("X-Next-Page", out var values) && values.First() is { Length: > 0 } number
            ? string.Join('&', (path.Split('?', 2) is [_, var query] ? query.Split('&') : []).Where(part => !part.StartsWith("page=", StringComparison.Ordinal)).Append($"page={Uri.EscapeDataString(number)}"))
            : null;

    [GeneratedRegex("<(?<address>[^>]*)>(?<parameters>[^<]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
