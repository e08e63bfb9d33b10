using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace Pipelines.Agent.Proxy;

/// <summary>Header fields that are meant for the next hop only (RFC 9110, 7.6.1).</summary>
internal static class HopByHop
{
    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Transfer-Encoding", "Upgrade");

    public static bool Contains(string field) => Fields.Contains(field);

    /// <summary>The fields that this message's own Connection header adds; null when it adds none.</summary>
    public static HashSet<string>? Named(StringValues connection)
    {
        HashSet<string>? named = null;
        foreach (var value in connection)
        {
            // By far the most frequent values, which name no field.
            if (value is null || value.Equals("keep-alive", StringComparison.OrdinalIgnoreCase) || value.Equals("close", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var option in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                (named ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(option);
            }
        }

        return named;
    }
}
