namespace Pipelines.Targets.Delivery;

/// <summary>Shuts the local stages down.</summary>
public interface IDown : IHaveStages
{
    /// <summary>Stops all instances and the agent; journals and ledgers stay.</summary>
    Target Down => _ => _
        .Description("Stops the local stages; releases, journals and ledgers stay")
        .Executes(async (run, cancellationToken) =>
        {
            using var delivery = OpenDelivery(run);
            await delivery.DownAsync(cancellationToken);
        });
}
