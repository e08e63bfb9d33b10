namespace Pipelines.Hosts.Telemetry;

/// <summary>Whether someone waits for the spans of a run.</summary>
internal static class TraceRequest
{
    public static bool IsIn(IReadOnlyDictionary<string, string> environment) =>
        IsSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    private static bool IsSet(IReadOnlyDictionary<string, string> environment, string name) => environment.GetValueOrDefault(name) is { Length: > 0 };
}
