using System.Collections.Immutable;

namespace Pipelines.Delivery.Stages;

/// <summary>What is seen of a stage, read from its platform and never from a record.</summary>
/// <param name="Url">Where the stage answers; null before its first release.</param>
/// <param name="Revision">Grows with every change.</param>
/// <param name="Weights">Share of traffic in percent by digest; empty when nothing is served.</param>
/// <param name="Leased">The weights last only as long as the deploying process renews its lease.</param>
/// <param name="Home">Digest that traffic returns to when the lease ends, or null.</param>
/// <param name="Releases">Every release the platform holds a copy of.</param>
/// <param name="Traffic">Counted by digest since the router started.</param>
public sealed record StageObservation(
    Uri? Url,
    long Revision,
    ImmutableSortedDictionary<string, decimal> Weights,
    bool Leased,
    string? Home,
    ImmutableArray<ReleaseObservation> Releases,
    ImmutableSortedDictionary<string, TrafficSample> Traffic)
{
    /// <summary>A stage that never had a release.</summary>
    public static StageObservation Empty { get; } = new(
        Url: null,
        Revision: 0,
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        Leased: false,
        Home: null,
        [],
        ImmutableSortedDictionary.Create<string, TrafficSample>(StringComparer.Ordinal));

    /// <summary>What is seen of a release, or null when the platform holds no copy.</summary>
    public ReleaseObservation? Of(string digest) => Releases.FirstOrDefault(release => release.Digest == digest);

    /// <summary>Instances of a release that can take traffic.</summary>
    public int Ready(string digest) => Of(digest)?.Ready ?? 0;

    /// <summary>What a release was counted with so far.</summary>
    public TrafficSample TrafficOf(string digest) => Traffic.GetValueOrDefault(digest, TrafficSample.None);
}
