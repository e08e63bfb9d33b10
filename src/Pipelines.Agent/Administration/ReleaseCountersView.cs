using System.Collections.Immutable;
using System.Globalization;
using Pipelines.Agent.Measurement;

namespace Pipelines.Agent.Administration;

internal sealed record ReleaseCountersView(ImmutableSortedDictionary<string, long> Requests, long Aborted, LatencyView Latency, long InFlight)
{
    public static ReleaseCountersView Of(ReleaseCounters counters) => new(
        Enumerable.Range(2, 4).ToImmutableSortedDictionary(
            statusClass => string.Create(CultureInfo.InvariantCulture, $"{statusClass}xx"), counters.Requests, StringComparer.Ordinal),
        counters.Aborted,
        new LatencyView(Histogram.Bounds, counters.Latency.Counts()),
        counters.InFlight);
}
