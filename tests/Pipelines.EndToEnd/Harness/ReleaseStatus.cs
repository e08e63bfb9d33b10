namespace Pipelines.EndToEnd.Harness;

/// <summary>A release in <c>Status --json</c>.</summary>
/// <param name="Version">As people say it.</param>
/// <param name="Commit">It was made from.</param>
/// <param name="Digest">Of its content.</param>
internal sealed record ReleaseStatus(string Version, string Commit, string Digest);
