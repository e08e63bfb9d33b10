using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>What ends a rollout at any step: seen, not measured.</summary>
internal static class Danger
{
    /// <summary>The release itself is sick.</summary>
    public static string? OfRelease(Rollout rollout, StageObservation seen) => Crash(rollout, seen) ?? LostCapacity(rollout, seen);

    /// <summary>The machine is sick: not even the stable release is ready, which says nothing of the next one.</summary>
    public static string? OfMachine(Rollout rollout, StageObservation seen) =>
        rollout.Plan.Stable is { } stable && rollout.Percent is > 0 and < 100 && seen.Ready(stable.Digest) == 0 && LostCapacity(rollout, seen) is { } lost
            ? $"{lost}, and none of {stable}"
            : null;

    /// <summary>The traffic is not where the rollout left it, which says nothing of the release.</summary>
    public static string? OfTraffic(Rollout rollout, StageObservation seen)
    {
        var held = rollout.Plan.Weights(rollout.Percent);
        var wanted = rollout is { Step: DeliveryStep.Shift shift, UnderWay: not null } ? rollout.Plan.Weights(shift.Percent) : held;
        var began = rollout.Began.Snapshot.Weights;
        return Reached.SameWeights(seen.Weights, held) || Reached.SameWeights(seen.Weights, wanted) || (rollout.Percent == 0 && Reached.SameWeights(seen.Weights, began))
            ? null
            : $"traffic is at {Shown(seen, rollout)} and not at {rollout.Percent} % as this rollout left it: its lease ended, or someone else changed it";
    }

    private static string? Crash(Rollout rollout, StageObservation seen) =>
        seen.Of(rollout.Plan.Next.Digest)?.Crash is { } exit
            ? $"an instance of {rollout.Plan.Next} ended with exit code {exit.Code}{(exit.Output.Length > 0 ? $": {exit.Output}" : "")}"
            : null;

    private static string? LostCapacity(Rollout rollout, StageObservation seen)
    {
        var needed = Capacity.Needed(rollout.Plan.Stage.Instances, rollout.Percent);
        var ready = seen.Ready(rollout.Plan.Next.Digest);
        return ready < needed ? $"{ready} of the {needed} instances of {rollout.Plan.Next} that carry traffic are ready" : null;
    }

    private static string Shown(StageObservation seen, Rollout rollout) =>
        FormattableString.Invariant($"{seen.Weights.GetValueOrDefault(rollout.Plan.Next.Digest):0.##} %");
}
