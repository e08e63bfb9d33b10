namespace Pipelines.Agent.Administration;

/// <summary>Who may change a service.</summary>
internal sealed class LeaseEndpoints(Services services)
{
    private const string Path = "/v1/services/{name}/lease";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, AcquireAsync);
        routes.MapPut(Path, RenewAsync);
        routes.MapDelete(Path, ReleaseAsync);
    }

    private async Task AcquireAsync(HttpContext context)
    {
        var request = await context.BodyAsync(AdministrationJson.Default.LeaseRequest);
        var service = await services.FindOrAddAsync(context.Service(), context.RequestAborted);
        var (epoch, lease) = await service.AcquireAsync(request.Holder, request.Seconds, context.RequestAborted);
        await context.AnswerAsync(new LeaseAnswer(epoch, lease.ExpiresAt), AdministrationJson.Default.LeaseAnswer, StatusCodes.Status201Created);
    }

    private async Task RenewAsync(HttpContext context)
    {
        var lease = await services.Find(context.Service()).RenewAsync(context.Epoch(), context.RequestAborted);
        await context.AnswerAsync(new Renewal(lease.ExpiresAt), AdministrationJson.Default.Renewal);
    }

    private async Task ReleaseAsync(HttpContext context)
    {
        await services.Find(context.Service()).ReleaseLeaseAsync(context.Epoch(), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
