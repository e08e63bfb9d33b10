namespace Pipelines.Ci.Checks;

/// <summary>What a token of GitHub can be allowed, as GitHub's own schema lists it; a test compares both.</summary>
internal static class GitHubRights
{
    public static IReadOnlySet<string> Readable { get; } = new HashSet<string>(
        [
            "actions", "artifact-metadata", "attestations", "checks", "code-quality", "contents", "deployments", "discussions", "drives", "issues", "models", "packages", "pages", "pull-requests",
            "repository-projects", "security-events", "statuses", "vulnerability-alerts",
        ],
        StringComparer.Ordinal);

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string>(
        [.. Readable.Where(right => right is not ("models" or "vulnerability-alerts")), "copilot-requests", "id-token"], StringComparer.Ordinal);
}
