namespace Pipelines.Agent.Administration;

/// <summary>What a service can run.</summary>
internal sealed class ReleaseEndpoints(Services services)
{
    private const string Path = "/v1/services/{name}/releases/{id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut(Path, AddAsync);
        routes.MapDelete(Path, RemoveAsync);
        routes.MapPut(Path + "/instances", ScaleAsync);
    }

    private async Task AddAsync(HttpContext context)
    {
        var service = services.Find(context.Service());
        var specification = await context.BodyAsync(AdministrationJson.Default.ReleaseSpecification);
        await service.AddReleaseAsync(context.Epoch(), context.Release(), specification, context.RequestAborted);
        await context.AnswerAsync(service);
    }

    private async Task RemoveAsync(HttpContext context)
    {
        await services.Find(context.Service()).RemoveReleaseAsync(context.Epoch(), context.Release(), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task ScaleAsync(HttpContext context)
    {
        var service = services.Find(context.Service());
        var request = await context.BodyAsync(AdministrationJson.Default.CountRequest);
        await service.ScaleAsync(context.Epoch(), context.Release(), request.Count, context.RequestAborted);
        await context.AnswerAsync(service);
    }
}
