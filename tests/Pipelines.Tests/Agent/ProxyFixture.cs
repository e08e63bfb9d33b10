using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NUnit.Framework;
using Pipelines.Agent.Measurement;
using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;

namespace Pipelines.Tests.Agent;

/// <summary>A real listener in front of real servers, all on loopback ports of the system's choice.</summary>
internal sealed class ProxyFixture : IAsyncDisposable
{
    private readonly List<WebApplication> _servers = [];
    private readonly List<Backend> _backends = [];
    private ProxyListener? _listener;

    public Forwarder Forwarder { get; } = new(TimeProvider.System);

    public Uri Address { get; private set; } = new("http://unset");

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    public static async Task<ProxyFixture> StartAsync()
    {
        var fixture = new ProxyFixture();
        var port = FreePort();
        fixture._listener = await ProxyListener.StartAsync(
            IPAddress.Loopback, port, new ProxyApplication(fixture.Forwarder, failure => TestContext.Out.WriteLine(failure)), CancellationToken.None);
        fixture.Address = new Uri($"http://127.0.0.1:{port}");
        fixture.Client.BaseAddress = fixture.Address;
        return fixture;
    }

    public static int FreePort() => new Pipelines.Agent.Supervision.Ports(new Random()).Take();

    public async Task<Backend> ServeAsync(RequestDelegate answer, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        var server = builder.Build();
        server.UseWebSockets();
        server.Run(answer);
        await server.StartAsync();
        _servers.Add(server);
        return Backend(new Uri(server.Urls.First()).Port);
    }

    public Backend Backend(int port)
    {
        var backend = new Backend(port);
        _backends.Add(backend);
        return backend;
    }

    /// <summary>Puts these releases behind the listener.</summary>
    public ImmutableArray<ReleaseRoute> Route(ServiceSettings settings, params (string Release, int Percent, Backend[] Backends)[] releases)
    {
        ImmutableArray<ReleaseRoute> routes =
            [.. releases.Select(release => new ReleaseRoute(release.Release, release.Percent * 100, [.. release.Backends], new ReleaseCounters()))];
        Forwarder.Table = new RoutingTable(routes, settings);
        return routes;
    }

    public ImmutableArray<ReleaseRoute> Route(params (string Release, int Percent, Backend[] Backends)[] releases) =>
        Route(new ServiceSettings { Port = 1 }, releases);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _listener!.DisposeAsync();
        _backends.ForEach(backend => backend.Dispose());
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }
}
