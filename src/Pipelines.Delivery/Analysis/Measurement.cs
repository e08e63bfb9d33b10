using System.Collections.Immutable;

namespace Pipelines.Delivery.Analysis;

/// <summary>All metrics of a version at one time.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Requests">Requests of the measured version in the window.</param>
/// <param name="Verdict">The worst of the values.</param>
/// <param name="Values">In the order of the limits.</param>
public sealed record Measurement(DateTimeOffset At, long Requests, Verdict Verdict, ImmutableArray<MetricValue> Values);
