using Pipelines.Delivery.Analysis;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>The next act of a rollout in which nothing is wrong so far.</summary>
internal static class WayForward
{
    public static Act Next(Rollout rollout, DeliveryStep step, StageObservation seen, DateTimeOffset now)
    {
        if (step is DeliveryStep.Shift shift && Capacity.Lack(rollout, shift.Percent, seen) is { } lack)
        {
            return Back(rollout, lack);
        }

        if (rollout.UnderWay is not { } begun)
        {
            return new Act.Do(step);
        }

        return step switch
        {
            DeliveryStep.Soak soak => Hold(begun.At + soak.Time, now, "the share is held"),
            DeliveryStep.Analyse analyse => Watch(rollout, begun, analyse.Time, seen, now),
            DeliveryStep.Bake bake => Watch(rollout, begun, bake.Time, seen, now),
            DeliveryStep.Check => rollout.Checked switch
            {
                null => new Act.Do(step),
                { Problem: null } => new Act.Achieve(),
                { Problem: { } problem } => Back(rollout, problem),
            },
            _ when Reached.Is(rollout.Plan, step, seen) => new Act.Achieve(),
            DeliveryStep.Scale scale when Reached.Asked(rollout.Plan, scale, seen) => Arrival(rollout, scale, begun, seen, now),
            _ => new Act.Do(step),
        };
    }

    private static Act Hold(DateTimeOffset end, DateTimeOffset now, string what) =>
        now >= end ? new Act.Achieve() : new Act.Wait(what, end);

    private static Act Arrival(Rollout rollout, DeliveryStep.Scale scale, RolloutRecord.Intended begun, StageObservation seen, DateTimeOffset now)
    {
        var stage = rollout.Plan.Stage;
        var release = rollout.Plan.Of(scale.Side)!;
        if (scale.Side == Side.Stable)
        {
            // Leaving instances finish their requests; the platform ends them in its own time and the rollout does not hang on the last one.
            var patience = begun.At + stage.ReadyTime;
            return now >= patience ? new Act.Achieve() : new Act.Wait($"{release} finishes its requests", patience);
        }

        var ready = seen.Ready(release.Digest);
        var end = begun.At + stage.ReadyTime;
        return now >= end
            ? Back(rollout, $"{ready} of {scale.Instances} instances of {release} became ready within {stage.ReadyTime.TotalSeconds:0} s{(stage.Platform.ReadyWords is { Length: > 0 } words ? $" ({words})" : "")}")
            : new Act.Wait($"{ready} of {scale.Instances} instances of {release} are ready", end);
    }

    private static Act Watch(Rollout rollout, RolloutRecord.Intended begun, TimeSpan time, StageObservation seen, DateTimeOffset now)
    {
        if (rollout.Plan.Stage.Analysis is not { } options)
        {
            return Hold(begun.At + time, now, "it proves itself");
        }

        var judgement = Judge.Of(options, rollout.Measurements);
        if (judgement.Verdict is Verdict.Failed or Verdict.Error)
        {
            return Back(rollout, judgement.Reason);
        }

        var due = (rollout.Measurements.LastOrDefault()?.At ?? begun.At) + options.Pace(time);
        if (now >= due)
        {
            // Stable is measured over the whole rollout: while the next release bakes, stable has no traffic to compare with.
            var stable = rollout.Plan.Stable is { } release ? rollout.Window(release.Digest, seen) : null;
            return new Act.Record(Judge.Measure(options, seen.TrafficOf(rollout.Plan.Next.Digest).Since(begun.Traffic), stable, now));
        }

        var end = begun.At + time;
        if (judgement.Verdict == Verdict.Successful)
        {
            return now >= end ? new Act.Achieve() : new Act.Wait(judgement.Reason, Earlier(due, end));
        }

        var patience = end + options.DataTime;
        return now >= patience
            ? Back(rollout, $"no judgement within {(time + options.DataTime).TotalSeconds:0} s: {judgement.Reason}")
            : new Act.Wait(judgement.Reason, Earlier(due, patience));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Act.Turn Back(Rollout rollout, string cause) => TurnBack.From(rollout, cause, rejected: true);
}
