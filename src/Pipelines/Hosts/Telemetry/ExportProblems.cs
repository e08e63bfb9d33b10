using System.Diagnostics.Tracing;
using System.Globalization;

namespace Pipelines.Hosts.Telemetry;

/// <summary>What the exporter complains of: it tells nobody else.</summary>
internal sealed class ExportProblems : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    /// <summary>The first line of the last complaint; null when there was none.</summary>
    public string? Last { get; private set; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Message is { } message)
        {
            Last = string.Format(CultureInfo.InvariantCulture, message, [.. eventData.Payload ?? []]).Split('\n')[0].Trim();
        }
    }
}
