using System.Net;
using System.Text;
using Pipelines.Testing;

namespace Pipelines.Tests.Targets.DotNet.Security;

/// <summary>A package source that serves nothing but vulnerabilities, as NuGet's protocol wants it (VulnerabilityInfo/6.7.0).</summary>
internal sealed class AuditSource : IAsyncDisposable
{
    private readonly string? _vulnerabilities;
    private readonly LoopbackServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="vulnerabilities">JSON by package; null for a source without such data.</param>
    public AuditSource(string? vulnerabilities)
    {
        _vulnerabilities = vulnerabilities;
        _server = new(AnswerAsync);
    }

    public string Address => _server.Address.AbsoluteUri;

    /// <summary>A configuration that asks this source alone for vulnerabilities.</summary>
    public string Configuration =>
        $"""<configuration><auditSources><clear /><add key="ours" value="{Address}index.json" allowInsecureConnections="true" /></auditSources></configuration>""";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpListenerContext context)
    {
        var text = context.Request.Url!.AbsolutePath switch
        {
            "/index.json" when _vulnerabilities is null => """{"version":"3.0.0","resources":[]}""",
            "/index.json" => $$"""{"version":"3.0.0","resources":[{"@id":"{{Address}}pages.json","@type":"VulnerabilityInfo/6.7.0"}]}""",
            "/pages.json" => $$"""[{"@name":"base","@id":"{{Address}}base.json","@updated":"2026-01-01T00:00:00Z"}]""",
            "/base.json" => _vulnerabilities,
            _ => null,
        };
        context.Response.StatusCode = text is null ? 404 : 200;
        context.Response.ContentType = "application/json";
        context.Response.Close(Encoding.UTF8.GetBytes(text ?? ""), willBlock: true);
        return Task.CompletedTask;
    }
}
