namespace Pipelines.Targets.Delivery;

/// <summary>Runs smoke checks against what is served.</summary>
public interface IVerify : IHaveStage
{
    /// <summary>Checks one stage, or all.</summary>
    Target Verify => _ => _
        .Description("Runs the smoke checks of a stage (--stage), or of all")
        .Requires(() => IsStage(Stage))
        .Executes(async (run, cancellationToken) =>
        {
            using var delivery = OpenDelivery(run);
            await delivery.VerifyAsync(Stage, cancellationToken);
        });
}
