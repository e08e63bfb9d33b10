using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>The one rule that guards every change of traffic, forward and back: a version never has more traffic than its ready share of the capacity.</summary>
internal static class Capacity
{
    /// <summary>Instances that a share needs: ceil(<paramref name="instances"/> x <paramref name="percent"/> / 100).</summary>
    public static int Needed(int instances, decimal percent) => (int)Math.Ceiling(instances * percent / 100);

    /// <summary>What forbids these weights now, or null when every version whose share grows can carry it.</summary>
    public static string? Lack(Rollout rollout, int percent, StageObservation seen)
    {
        var plan = rollout.Plan;
        foreach (var (digest, share) in plan.Weights(percent))
        {
            var ready = seen.Ready(digest);
            var needed = Needed(digest == plan.Next.Digest ? plan.Stage.Instances : StableSize(), share);
            var grows = share > seen.Weights.GetValueOrDefault(digest);
            if (grows && ready < needed && !OnlyChoice(digest, ready))
            {
                return FormattableString.Invariant($"{share:0.##} % of the traffic needs {needed} ready instances of {Name(digest)}, {ready} are ready");
            }
        }

        return null;

        // What stable carried before is what it can carry again, also when the stage asks for more since.
        int StableSize() => Math.Min(plan.Stage.Instances, Math.Max(rollout.Began.Snapshot.Instances, 1));

        // With nothing else ready, a few instances are better than none: the way back must not wait for the last one.
        bool OnlyChoice(string digest, int ready) =>
            ready > 0 && percent == 0 && seen.Releases.All(release => release.Digest == digest || release.Ready == 0);

        string Name(string digest) => digest == plan.Next.Digest ? plan.Next.ToString() : plan.Stable!.ToString();
    }
}
