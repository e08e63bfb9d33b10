using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning.Strategies;

/// <summary>Full size beside the current release, then one switch.</summary>
internal static class BlueGreenSteps
{
    public static IEnumerable<DeliveryStep> Of(Stage stage) =>
        [new DeliveryStep.Scale(Side.Next, stage.Instances), new DeliveryStep.Shift(100)];
}
