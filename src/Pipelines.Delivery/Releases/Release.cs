using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Delivery.Releases;

/// <summary>What is delivered: made once, promoted unchanged from stage to stage.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Version">SemVer, for people; two releases may share it, digests they never share.</param>
/// <param name="Commit">Full hash of the commit it was built from; empty outside a repository.</param>
/// <param name="ArtifactDigest">Of the published files, see <see cref="ContentDigest"/>.</param>
/// <param name="Configuration">Snapshot of the configuration.</param>
public sealed record Release(string Service, string Version, string Commit, string ArtifactDigest, ReleaseConfiguration Configuration)
{
    /// <summary>Identity of the release: SHA-256, in hexadecimal, over service, artifact and configuration. Version and commit do not count.</summary>
    public string Digest { get; } = DigestOf(Service, ArtifactDigest, Configuration);

    /// <summary>The first twelve digits of the digest, for people.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ShortDigest => Digest[..12];

    /// <summary>The version without its build metadata, which the commit says better.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ShortVersion => Version.Split('+')[0];

    /// <summary>Short version and digest, as messages name a release.</summary>
    public override string ToString() => $"{ShortVersion} ({ShortDigest})";

    private static string DigestOf(string service, string artifact, ReleaseConfiguration configuration)
    {
        var text = new StringBuilder();
        foreach (var part in Parts())
        {
            // Lengths keep ("ab", "c") and ("a", "bc") apart.
            text.Append(part.Length).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        IEnumerable<string> Parts() =>
        [
            service,
            artifact,
            .. configuration.Settings.SelectMany(setting => new[] { "setting", setting.Key, setting.Value }),
            .. configuration.Secrets.SelectMany(secret => new[] { "secret", secret.Key, secret.Value }),
        ];
    }
}
