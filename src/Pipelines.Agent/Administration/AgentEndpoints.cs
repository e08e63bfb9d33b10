using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

/// <summary>The agent itself.</summary>
internal sealed class AgentEndpoints(Services services, Func<AgentFile> agent, string root, Action stop)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agent", context => context.AnswerAsync(View(), AdministrationJson.Default.AgentView));
        routes.MapPost("/v1/agent/stop", StopAsync);
    }

    private AgentView View()
    {
        var file = agent();
        return new AgentView(file.Pid, file.Version, file.StartedAt, root, file.MetricsPort);
    }

    private async Task StopAsync(HttpContext context)
    {
        var forced = string.Equals(context.Request.Query["force"], "true", StringComparison.OrdinalIgnoreCase);
        if (!forced && services.All.FirstOrDefault(service => service.LiveLease is not null) is { LiveLease: { } lease } held)
        {
            throw new RefusedException(
                StatusCodes.Status423Locked,
                $"Service '{held.Name}' is held by {lease.Holder.User}@{lease.Holder.Host} (pid {lease.Holder.Pid}) since {lease.Since:u}; wait for it to end, or stop with ?force=true.")
            {
                Lease = lease,
            };
        }

        foreach (var service in services.All)
        {
            await service.ForgetAsync(context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.CompleteAsync();
        stop();
    }
}
