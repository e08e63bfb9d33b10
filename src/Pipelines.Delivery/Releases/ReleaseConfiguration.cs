using System.Collections.Immutable;

namespace Pipelines.Delivery.Releases;

/// <summary>The configuration that a release was made with: part of what it is, never changed afterwards.</summary>
/// <param name="Settings">Environment variables of the service, in the open.</param>
/// <param name="Secrets">Names of secret variables, each with the fingerprint of its value; the values travel beside the release, never in it.</param>
public sealed record ReleaseConfiguration(ImmutableSortedDictionary<string, string> Settings, ImmutableSortedDictionary<string, string> Secrets)
{
    /// <summary>No settings and no secrets.</summary>
    public static ReleaseConfiguration Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
}
