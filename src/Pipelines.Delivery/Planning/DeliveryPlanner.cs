using System.Collections.Immutable;
using Pipelines.Delivery.Planning.Strategies;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>Release, stage and what runs there -> plan.</summary>
public static class DeliveryPlanner
{
    /// <summary>The way forward. Without a stable release nobody can be hurt or compared with: full size, all traffic, checks and bake.</summary>
    /// <param name="stage">Where to.</param>
    /// <param name="next">What comes.</param>
    /// <param name="stable">What has the traffic, or null.</param>
    /// <param name="keep">Digests that stay on the platform besides these two, as a way back.</param>
    public static DeliveryPlan Deploy(Stage stage, Release next, Release? stable, ImmutableArray<string> keep)
    {
        var steps = ImmutableArray.CreateBuilder<DeliveryStep>();
        steps.Add(new DeliveryStep.Admit());
        steps.AddRange(stable is null ? BlueGreenSteps.Of(stage) : Steps(stage));
        AddChecks(steps, stage);
        if (stage.Bake > TimeSpan.Zero)
        {
            steps.Add(new DeliveryStep.Bake(stage.Bake));
        }

        AddEnd(steps, next, stable, keep);
        return new(Purpose.Deploy, stage, next, stable, steps.ToImmutable());
    }

    /// <summary>The way back to a release that was verified good: its capacity first, then all traffic at once.</summary>
    public static DeliveryPlan Rollback(Stage stage, Release target, Release? current, ImmutableArray<string> keep)
    {
        var steps = ImmutableArray.CreateBuilder<DeliveryStep>();
        steps.Add(new DeliveryStep.Admit());
        steps.AddRange(BlueGreenSteps.Of(stage));
        AddChecks(steps, stage);
        AddEnd(steps, target, current, keep);
        return new(Purpose.Rollback, stage, target, current, steps.ToImmutable());
    }

    private static IEnumerable<DeliveryStep> Steps(Stage stage) => stage.Strategy switch
    {
        Canary canary => CanarySteps.Of(canary, stage),
        Rolling => RollingSteps.Of(stage),
        _ => BlueGreenSteps.Of(stage),
    };

    private static void AddChecks(ImmutableArray<DeliveryStep>.Builder steps, Stage stage)
    {
        if (!stage.Checks.IsDefaultOrEmpty)
        {
            steps.Add(new DeliveryStep.Check());
        }
    }

    private static void AddEnd(ImmutableArray<DeliveryStep>.Builder steps, Release next, Release? stable, ImmutableArray<string> keep)
    {
        steps.Add(new DeliveryStep.Settle(Side.Next));
        if (stable is not null)
        {
            steps.Add(new DeliveryStep.Scale(Side.Stable, 0));
        }

        string[] kept = stable is null ? [next.Digest] : [next.Digest, stable.Digest];
        steps.Add(new DeliveryStep.Prune([.. kept.Concat(keep).Distinct(StringComparer.Ordinal)]));
    }
}
