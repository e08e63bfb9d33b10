using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning.Strategies;

/// <summary>One more before one less, and the share follows; the last old instance stays until the bake ends.</summary>
internal static class RollingSteps
{
    public static IEnumerable<DeliveryStep> Of(Stage stage)
    {
        for (var replaced = 1; replaced <= stage.Instances; replaced++)
        {
            yield return new DeliveryStep.Scale(Side.Next, replaced);
            yield return new DeliveryStep.Shift(100 * replaced / stage.Instances);
            if (replaced < stage.Instances)
            {
                yield return new DeliveryStep.Scale(Side.Stable, stage.Instances - replaced);
            }
        }
    }
}
