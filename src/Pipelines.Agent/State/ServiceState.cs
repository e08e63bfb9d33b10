using System.Collections.Immutable;

namespace Pipelines.Agent.State;

/// <summary>What should be, as last told: survives the agent.</summary>
// Optional properties are set, not init: the JSON source generator overwrites the defaults of init properties.
internal sealed record ServiceState
{
    public required string Name { get; init; }

    /// <summary>Grows with each lease and never falls: the fence against a holder who was frozen past its lease.</summary>
    public long Epoch { get; set; }

    public Lease? Lease { get; set; }

    public ServiceSettings? Settings { get; set; }

    public Home? Home { get; set; }

    /// <summary>Percent of the requests per release id.</summary>
    public ImmutableSortedDictionary<string, decimal> Weights { get; set; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>The weights hold only as long as the lease.</summary>
    public bool Leased { get; set; }

    /// <summary>Instances wanted per release id.</summary>
    public ImmutableSortedDictionary<string, int> Desired { get; set; } = ImmutableSortedDictionary<string, int>.Empty;
}
