using System.Text;

namespace Sample.Storefront.Releases;

/// <summary>Which release this process is, as the deployment told it; <c>unknown</c> where it did not.</summary>
/// <param name="Version">Version of the release.</param>
/// <param name="Commit">Commit it was built from.</param>
/// <param name="Release">Digest of its content.</param>
internal sealed record ReleaseIdentity(string Version, string Commit, string Release)
{
    private const int Longest = 200;

    /// <summary>Reads <c>Version</c>, <c>Commit</c> and <c>Digest</c>.</summary>
    /// <exception cref="StartRefusedException">A value cannot stand in a response header.</exception>
    public static ReleaseIdentity Read(IConfigurationSection section) => new(Value(section, "Version"), Value(section, "Commit"), Value(section, "Digest"));

    private static string Value(IConfigurationSection section, string key)
    {
        var value = section[key];
        if (string.IsNullOrWhiteSpace(value))
        {
            return "unknown";
        }

        return value.Length <= Longest && Ascii.IsValid(value) && !value.Any(char.IsControl)
            ? value
            : throw new StartRefusedException($"{section.Path}:{key} must be at most {Longest} printable ASCII characters.", StartRefusedException.Configuration);
    }
}
