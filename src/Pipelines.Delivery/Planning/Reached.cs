using System.Collections.Immutable;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>Whether the platform shows what a step wants; what lives in time or in records is not seen there and never reached by looking.</summary>
internal static class Reached
{
    public static bool Is(DeliveryPlan plan, DeliveryStep step, StageObservation seen) => step switch
    {
        DeliveryStep.Admit => seen.Of(plan.Next.Digest) is not null && (plan.Stable is null || seen.Home == plan.Stable.Digest),
        DeliveryStep.Scale scale => Asked(plan, scale, seen) && IsScaled(seen.Of(plan.Of(scale.Side)!.Digest), scale.Instances),
        DeliveryStep.Shift shift => SameWeights(seen.Weights, plan.Weights(shift.Percent)),
        DeliveryStep.Settle settle => plan.Of(settle.Side) is { } release && !seen.Leased && seen.Home == release.Digest
            && SameWeights(seen.Weights, plan.Weights(settle.Side == Side.Next ? 100 : 0)),
        DeliveryStep.Prune prune => seen.Releases.All(release => prune.Keep.Contains(release.Digest, StringComparer.Ordinal) || release.Desired > 0 || release.Running > 0),
        _ => false,
    };

    /// <summary>The platform was told the number, whether or not it got there.</summary>
    public static bool Asked(DeliveryPlan plan, DeliveryStep.Scale scale, StageObservation seen) =>
        (seen.Of(plan.Of(scale.Side)!.Digest)?.Desired ?? 0) == scale.Instances;

    public static bool SameWeights(ImmutableSortedDictionary<string, decimal> one, ImmutableSortedDictionary<string, decimal> other) =>
        one.Count == other.Count && one.All(weight => other.TryGetValue(weight.Key, out var share) && share == weight.Value);

    private static bool IsScaled(ReleaseObservation? seen, int instances) =>
        (seen?.Ready ?? 0) >= instances && (seen?.Running ?? 0) <= instances;
}
