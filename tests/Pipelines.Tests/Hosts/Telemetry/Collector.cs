using System.Net;
using System.Text;
using Pipelines.Testing;

namespace Pipelines.Tests.Hosts.Telemetry;

/// <summary>Receives traces by OTLP over HTTP, as a collector does.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly List<byte[]> _bodies = [];
    private readonly LoopbackServer _server;

    public Collector() => _server = new(KeepAsync);

    public string Endpoint => _server.Address.GetLeftPart(UriPartial.Authority);

    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>All that came, as far as it is text.</summary>
    public string Text => string.Concat(_bodies.Select(Encoding.UTF8.GetString));

    public IReadOnlyList<SentSpan> Spans =>
    [
        .. from body in _bodies
           from resource in new ProtobufMessage(body).Messages(1)
           let service = SentSpan.Attribute(resource.Message(1).Messages(1), "service.name")
           from scope in resource.Messages(2)
           from span in scope.Messages(2)
           select new SentSpan(service ?? "", span),
    ];

    public SentSpan Span(string name) => Spans.Single(span => span.Name == name);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task KeepAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        _bodies.Add(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Close();
    }
}
