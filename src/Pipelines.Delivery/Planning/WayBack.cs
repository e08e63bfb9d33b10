using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>The next act of a rollout on its way back; it has its own time limit and ends in RolledBack or calls a person.</summary>
internal static class WayBack
{
    public static Act Next(Rollout rollout, StageObservation seen, DateTimeOffset now)
    {
        var turned = rollout.Turned!;
        if (rollout.Step is not { } step)
        {
            return new Act.Finish(Outcome.RolledBack, turned.Cause);
        }

        var end = turned.At + rollout.Plan.Stage.RollbackTime;
        if (now >= end)
        {
            return new Act.Finish(Outcome.RollbackFailed, $"{turned.Cause}; then the way back was not done within {rollout.Plan.Stage.RollbackTime.TotalSeconds:0} s: {Missing(rollout, step, seen)}");
        }

        // What is so already is not done: a release that never arrived cannot be stopped.
        if (Reached.Is(rollout.Plan, step, seen) || IsEnough(rollout, step, seen, now))
        {
            return new Act.Achieve();
        }

        var waits = step is DeliveryStep.Shift shift
            ? Capacity.Lack(rollout, shift.Percent, seen) is not null && !IsLate(rollout, seen, now)
            : rollout.UnderWay is not null && step is DeliveryStep.Scale scale && Reached.Asked(rollout.Plan, scale, seen);
        return waits ? new Act.Wait(Missing(rollout, step, seen), end) : new Act.Do(step);
    }

    // Capacity that is back counts even while surplus instances still leave; and when nothing else is ready, one instance of stable is enough to go on.
    private static bool IsEnough(Rollout rollout, DeliveryStep step, StageObservation seen, DateTimeOffset now) =>
        step is DeliveryStep.Scale { Side: Side.Stable } scale
        && (IsLate(rollout, seen, now)
            || (Capacity.Lack(rollout, percent: 0, seen) is null
                && (seen.Ready(rollout.Plan.Stable!.Digest) >= scale.Instances || seen.Ready(rollout.Plan.Next.Digest) == 0)));

    // A stable that does not get all its instances back in the time that instances have is still better than a rejected release.
    private static bool IsLate(Rollout rollout, StageObservation seen, DateTimeOffset now) =>
        now >= rollout.Turned!.At + rollout.Plan.Stage.ReadyTime
        && rollout.Plan.Stable is { } stable
        && seen.Ready(stable.Digest) > 0;

    private static string Missing(Rollout rollout, DeliveryStep step, StageObservation seen) => step switch
    {
        DeliveryStep.Scale { Side: Side.Next } => $"instances of {rollout.Plan.Next} finish their requests",
        DeliveryStep.Scale scale => $"{seen.Ready(rollout.Plan.Stable!.Digest)} of {scale.Instances} instances of {rollout.Plan.Stable} are ready",
        DeliveryStep.Shift => Capacity.Lack(rollout, percent: 0, seen) ?? "traffic does not move",
        _ => "the platform does not settle",
    };
}
