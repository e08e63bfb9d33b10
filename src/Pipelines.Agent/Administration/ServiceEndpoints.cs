namespace Pipelines.Agent.Administration;

/// <summary>What a service is, and how its traffic goes.</summary>
internal sealed class ServiceEndpoints(Services services, TimeProvider time, DateTimeOffset startedAt)
{
    private const double LongestWait = 60;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/services", context => context.AnswerAsync(
            services.All.Select(ServiceView.Of), AdministrationJson.Default.IEnumerableServiceView));
        routes.MapGet("/v1/services/{name}", GetAsync);
        routes.MapGet("/v1/services/{name}/counters", context => context.AnswerAsync(
            CountersView.Of(services.Find(context.Service()), startedAt), AdministrationJson.Default.CountersView));
        routes.MapPut("/v1/services/{name}/settings", SettingsAsync);
        routes.MapPut("/v1/services/{name}/weights", WeightsAsync);
        routes.MapPut("/v1/services/{name}/home", HomeAsync);
    }

    private async Task GetAsync(HttpContext context)
    {
        var service = services.Find(context.Service());
        if (context.Number("after") is { } after)
        {
            var wait = context.Seconds("seconds", LongestWait) ?? Wait;
            await service.Changes.WaitAsync(after, wait, time, context.RequestAborted);
        }

        await context.AnswerAsync(service);
    }

    private async Task SettingsAsync(HttpContext context)
    {
        var service = services.Find(context.Service());
        var settings = await context.BodyAsync(AdministrationJson.Default.ServiceSettings);
        await service.ConfigureAsync(context.Epoch(), settings, context.RequestAborted);
        await context.AnswerAsync(service);
    }

    private async Task WeightsAsync(HttpContext context)
    {
        var service = services.Find(context.Service());
        var request = await context.BodyAsync(AdministrationJson.Default.WeightsRequest);
        await service.WeighAsync(context.Epoch(), request.Weights, request.Settled, context.RequestAborted);
        await context.AnswerAsync(service);
    }

    private async Task HomeAsync(HttpContext context)
    {
        var service = services.Find(context.Service());
        var home = await context.BodyAsync(AdministrationJson.Default.Home);
        await service.SetHomeAsync(context.Epoch(), home, context.RequestAborted);
        await context.AnswerAsync(service);
    }
}
