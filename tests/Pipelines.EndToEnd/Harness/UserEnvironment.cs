using System.Collections.Immutable;

namespace Pipelines.EndToEnd.Harness;

/// <summary>What a person's shell hands to a build: nothing of the test run, of a CI system, or of an outer build gets through.</summary>
internal static class UserEnvironment
{
    private static readonly ImmutableHashSet<string> Kept = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TMPDIR", "SHELL", "DOTNET_ROOT", "NUGET_PACKAGES", "GIT_CONFIG_GLOBAL",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME");

    public static ImmutableDictionary<string, string> Variables { get; } = Read();

    private static ImmutableDictionary<string, string> Read()
    {
        var kept = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Where(entry => Kept.Contains((string)entry.Key))
            .ToImmutableDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

        // Compiler nodes that stay behind for the next build would look like processes that the build forgot.
        return kept.SetItem("MSBUILDDISABLENODEREUSE", "1").SetItem("DOTNET_CLI_TELEMETRY_OPTOUT", "1").SetItem("DOTNET_NOLOGO", "1");
    }
}
