using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pipelines.Agent.Administration;

/// <summary>The socket that the agent is told what to do over, and the port where its measurements are read.</summary>
internal sealed class AdministrationServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _socket;

    public AdministrationServer(string socket, int metricsPort, AgentLog log)
    {
        _socket = socket;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
            options.ListenUnixSocket(socket, listen => listen.Protocols = HttpProtocols.Http1);
            options.Listen(IPAddress.Loopback, metricsPort, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        _application = builder.Build();
        _application.Use((context, next) =>
        {
            // The port is open to everybody on this machine; the socket to its owner only.
            if (context.Connection.LocalIpAddress is not null && context.Request.Path != "/metrics")
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            return next(context);
        });
        var problems = new Problems(log);
        _application.Use(problems.AnswerAsync);
        _application.UseRouting();
    }

    public IEndpointRouteBuilder Routes => _application;

    /// <returns>The port of the measurements.</returns>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        File.Delete(_socket);
        await _application.StartAsync(cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return _application.Urls
            .Where(address => address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal))
            .Select(address => new Uri(address).Port)
            .First();
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
        File.Delete(_socket);
    }
}
