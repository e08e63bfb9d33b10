using Sample.Storefront.Health;
using Sample.Storefront.Metrics;
using Sample.Storefront.Releases;
using Sample.Storefront.Stores;

namespace Sample.Storefront;

/// <summary>What platforms and operators ask; faults and request metrics leave it alone.</summary>
internal static class OperatorEndpoints
{
    /// <summary>Adds the probes, the version and the metrics.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithMetadata(new OperatorOnly());
        group.MapGet("/health/live", () => TypedResults.Text("live"));
        group.MapGet("/health/ready", async (Readiness readiness, StoreHealth stores, CancellationToken cancellationToken) =>
            (readiness.Obstacle ?? await stores.ObstacleAsync(cancellationToken)) is { } obstacle
                ? Results.Text(obstacle, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready"));
        group.MapGet("/version", (ReleaseIdentity release) => TypedResults.Ok(release));
        group.MapGet("/metrics", (RequestMetrics metrics, ReleaseIdentity release) =>
            TypedResults.Text(PrometheusText.Write(metrics, release), PrometheusText.ContentType));
    }
}
