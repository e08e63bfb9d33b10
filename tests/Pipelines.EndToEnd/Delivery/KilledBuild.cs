using Pipelines.EndToEnd.Harness;

namespace Pipelines.EndToEnd.Delivery;

/// <summary>A build that was killed while it deployed.</summary>
/// <param name="Boundary">Records after which it was to be killed.</param>
/// <param name="Line">What it was started with.</param>
/// <param name="Records">What it left in the journal.</param>
/// <param name="Journal">Where others go on.</param>
internal sealed record KilledBuild(int Boundary, IReadOnlyList<string> Line, IReadOnlyList<string> Records, Journal Journal)
{
    /// <summary>Id of the rollout it began.</summary>
    public string Rollout => Journal.Rollouts[0];

    /// <summary>The kill came after the last boundary: the whole rollout is in the journal.</summary>
    public bool WasVerified => Records[^1].Contains("\"outcome\":\"Verified\"", StringComparison.Ordinal);

    public override string ToString() => $"killed after record {Records.Count}, {Journal.Words(Records[^1])} (aimed at {Boundary})";
}
