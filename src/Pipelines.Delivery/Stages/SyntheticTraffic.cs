using System.Collections.Immutable;

namespace Pipelines.Delivery.Stages;

/// <summary>Requests that a rollout makes against its own stage, where nobody visits; labelled by <c>User-Agent: Pipelines-Synthetic</c> and bounded.</summary>
public sealed record SyntheticTraffic
{
    /// <summary>GET requests, in turn; at least one path.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>Requests a second; 50 unless set, 1,000 at most.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Requests after which it stops; 100,000 unless set.</summary>
    public int MaximumRequests { get; init; } = 100_000;

    /// <summary>Everything that contradicts itself, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Paths.IsDefaultOrEmpty || Paths.Any(path => !path.StartsWith('/')))
        {
            yield return "synthetic traffic needs paths that start with '/'.";
        }

        if (RequestsPerSecond is < 1 or > 1_000)
        {
            yield return $"synthetic traffic of {RequestsPerSecond} requests a second; set 1 to 1,000.";
        }
    }
}
