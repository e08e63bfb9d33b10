using System.Collections.Immutable;

namespace Pipelines.Delivery.Planning;

/// <summary>The steps back from anywhere: capacity, then traffic, then removal.</summary>
internal static class TurnBack
{
    public static Act.Turn From(Rollout rollout, string cause, bool rejected) => new(cause, rejected, Steps(rollout.Plan, rollout.Began.Snapshot));

    // Traffic moves back before instances stop: a router that still points at a stopped one answers 502.
    private static ImmutableArray<DeliveryStep> Steps(DeliveryPlan plan, Snapshot snapshot) => snapshot.Stable is null
        ? snapshot.Weights.ContainsKey(plan.Next.Digest)
            ? [] // It had the traffic before, and there is nothing better to go back to.
            : [new DeliveryStep.Shift(0), new DeliveryStep.Scale(Side.Next, 0)]
        :
        [
            new DeliveryStep.Scale(Side.Stable, Math.Max(snapshot.Instances, 1)),
            new DeliveryStep.Shift(0),
            new DeliveryStep.Settle(Side.Stable),
            new DeliveryStep.Scale(Side.Next, 0),
        ];
}
