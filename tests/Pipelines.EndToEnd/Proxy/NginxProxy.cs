using System.Globalization;
using Pipelines.Testing;
using Pipelines.Tools;

namespace Pipelines.EndToEnd.Proxy;

/// <summary>A plain reverse proxy by nginx, with kept connections to its backend.</summary>
internal sealed class NginxProxy : IAsyncDisposable
{
    private readonly ProcessRunner _runner;
    private readonly Command _nginx;

    private NginxProxy(ProcessRunner runner, Command nginx, int port)
    {
        _runner = runner;
        _nginx = nginx;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    public static async Task<NginxProxy> StartAsync(ScratchFolder scratch, ProcessRunner runner, string program, int backendPort)
    {
        var port = FreePort.Next();
        var configuration = scratch.Write("proxy.conf", string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            worker_processes auto;
            pid {{scratch.Path}}/proxy.pid;
            error_log {{scratch.Path}}/proxy.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              upstream backend { server 127.0.0.1:{{backendPort}}; keepalive 64; keepalive_requests 1000000000; }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://backend;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                  proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_set_header X-Forwarded-Host $http_host;
                }
              }
            }
            """));
        var nginx = Command.Of(program, "-e", scratch / "proxy.log", "-c", configuration);
        await runner.RunAsync(nginx, CancellationToken.None);
        return new NginxProxy(runner, nginx, port);
    }

    public async ValueTask DisposeAsync() => await _runner.RunAsync(_nginx.With("-s", "stop"), CancellationToken.None);
}
