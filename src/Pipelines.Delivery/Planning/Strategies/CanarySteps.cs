using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning.Strategies;

/// <summary>Capacity first, then share by share; capacity of the next release as in Argo Rollouts: ceil(instances x percent / 100).</summary>
internal static class CanarySteps
{
    public static IEnumerable<DeliveryStep> Of(Canary canary, Stage stage)
    {
        var running = 0;
        for (var step = 0; step < canary.Percents.Length; step++)
        {
            var percent = canary.Percents[step];
            var needed = Capacity.Needed(stage.Instances, percent);
            if (needed > running)
            {
                yield return new DeliveryStep.Scale(Side.Next, needed);
                running = needed;
            }

            yield return new DeliveryStep.Shift(percent);
            if (percent < 100)
            {
                yield return step + 1 < canary.AnalyseFrom ? new DeliveryStep.Soak(canary.Pause) : new DeliveryStep.Analyse(canary.Pause);
            }
        }
    }
}
