using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>Secrets that are told by their shape alone, as their issuers gave them a prefix for that; few false alarms, and nothing that has no shape.</summary>
internal static class SecretShapes
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Name and shape, see the issuers' pages on secret scanning.</summary>
    public static ImmutableArray<(string Name, Regex Shape)> All { get; } =
    [
        Shape("aws-access-key", @"\b(AKIA|ASIA)[A-Z2-7]{16}\b"),
        Shape("azure-storage-key", "AccountKey=[A-Za-z0-9+/]{86}=="),
        Shape("github-token", @"\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b"),
        Shape("gitlab-token", @"\bgl(pat|dt|rt|cbt|ptt)-[A-Za-z0-9_-]{20,}"),
        Shape("google-api-key", @"\bAIza[A-Za-z0-9_-]{35}\b"),
        Shape("json-web-token", @"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}"),
        Shape("npm-token", @"\bnpm_[A-Za-z0-9]{36}\b"),
        Shape("nuget-key", @"\boy2[a-z0-9]{43}\b"),
        Shape("private-key", "-----BEGIN ((RSA|EC|DSA|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY( BLOCK)?-----"),
        Shape("slack-token", @"\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
        Shape("stripe-key", @"\b[rs]k_live_[A-Za-z0-9]{20,}"),
    ];

    private static (string Name, Regex Shape) Shape(string name, string pattern) => (name, new Regex(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit));
}
