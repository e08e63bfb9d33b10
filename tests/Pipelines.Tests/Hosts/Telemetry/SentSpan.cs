namespace Pipelines.Tests.Hosts.Telemetry;

/// <summary>A span as a collector receives it, see opentelemetry/proto/trace/v1/trace.proto.</summary>
/// <param name="Service">The name of the resource.</param>
/// <param name="Fields">The fields of the message <c>Span</c>.</param>
internal sealed record SentSpan(string Service, ProtobufMessage Fields)
{
    public string TraceId => Fields.Hex(1);

    public string Id => Fields.Hex(2);

    public string ParentId => Fields.Hex(4);

    public string Name => Fields.Text(5);

    /// <summary>2 is an error.</summary>
    public int Status => (int)Fields.Message(15).Number(3);

    public string StatusText => Fields.Message(15).Text(2);

    public TimeSpan Duration => TimeSpan.FromTicks((long)(Fields.Number(8) - Fields.Number(7)) / 100);

    public string? Attribute(string name) => Attribute(Fields.Messages(9), name);

    public static string? Attribute(IEnumerable<ProtobufMessage> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Text(1) == name)?.Message(2) is { } value
            ? value.Bytes(1) is { Length: > 0 } ? value.Text(1) : value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
