namespace Pipelines.Targets.Delivery;

/// <summary>Finishes what a killed deployment left.</summary>
public interface IRecover : IHaveStages
{
    /// <summary>Resumes or rolls back; nothing to recover is success, so that a pipeline can always run it.</summary>
    Target Recover => _ => _
        .Description("Finishes or rolls back what a killed deployment left")
        .StopsWithin(WayBackLimit)
        .Executes((run, cancellationToken) => DeliverAsync(run, delivery => delivery.RecoverAsync(cancellationToken), cancellationToken));
}
