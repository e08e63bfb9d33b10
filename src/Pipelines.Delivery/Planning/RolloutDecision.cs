using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>(journal, observation, now) -> next act. Pure: the same arguments give the same act, so a killed rollout goes on where its journal ends.</summary>
public static class RolloutDecision
{
    /// <summary>What to do next.</summary>
    /// <param name="rollout">The journal, folded.</param>
    /// <param name="seen">The stage, read just now.</param>
    /// <param name="abort">Why the rollout must be given up, or null; wins over everything until the next release is stable.</param>
    /// <param name="now">The time.</param>
    public static Act Next(Rollout rollout, StageObservation seen, string? abort, DateTimeOffset now)
    {
        if (rollout.Turned is not null)
        {
            return WayBack.Next(rollout, seen, now);
        }

        if (!rollout.Settled && !IsSettled(rollout, seen))
        {
            if ((abort ?? Danger.OfTraffic(rollout, seen) ?? Danger.OfMachine(rollout, seen)) is { } interruption)
            {
                return TurnBack.From(rollout, interruption, rejected: false);
            }

            if (Danger.OfRelease(rollout, seen) is { } failure)
            {
                return TurnBack.From(rollout, failure, rejected: true);
            }
        }

        return rollout.Step is { } step
            ? WayForward.Next(rollout, step, seen, now)
            : new Act.Finish(Outcome.Verified, "every step passed");
    }

    // A process that died between settling and its record must not turn back what the platform already made final.
    private static bool IsSettled(Rollout rollout, StageObservation seen) =>
        rollout is { Step: DeliveryStep.Settle settle, UnderWay: not null } && Reached.Is(rollout.Plan, settle, seen);
}
