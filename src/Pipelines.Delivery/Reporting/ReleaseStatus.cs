using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Reporting;

/// <summary>A release in a report.</summary>
/// <param name="Version">SemVer.</param>
/// <param name="Commit">Full hash.</param>
/// <param name="Digest">Identity, in hexadecimal.</param>
public sealed record ReleaseStatus(string Version, string Commit, string Digest)
{
    internal static ReleaseStatus? Of(Release? release) => release is null ? null : new(release.Version, release.Commit, release.Digest);

    /// <summary>Version without its build metadata, and short digest.</summary>
    public override string ToString() => $"{Version.Split('+')[0]} ({Digest[..12]})";
}
