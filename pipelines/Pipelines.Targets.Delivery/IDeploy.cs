namespace Pipelines.Targets.Delivery;

/// <summary>Brings a release through the stages.</summary>
public interface IDeploy : IRelease
{
    /// <summary>Name of the last stage, or null for all.</summary>
    [Parameter("Last stage to deploy to; all of them unless said")]
    string? To => TryGetValue(() => To);

    /// <summary>Tries a release again that a stage rejected.</summary>
    [Parameter("Try a release again that a stage rejected")]
    bool Retry => TryGetValue(() => Retry);

    /// <summary>Deploys, verifies, and takes a bad release back.</summary>
    Target Deploy => _ => _
        .Description("Delivers the release stage by stage; a bad one takes itself back")
        .DependsOn(Release)
        .Consumes(Publish)
        .Requires(() => IsStage(To))
        .StopsWithin(WayBackLimit)
        .Plans(async cancellationToken =>
        {
            using var delivery = OpenDelivery();
            return await delivery.PlanAsync(To, cancellationToken);
        })
        .Executes((run, cancellationToken) => DeliverAsync(
            run,
            delivery => delivery.DeployAsync(new(run.Result(Release), PublishDirectory, ServiceSecrets), To, Retry, cancellationToken),
            cancellationToken));
}
