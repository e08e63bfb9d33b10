namespace Pipelines.Agent.Administration;

/// <param name="Bounds">Inclusive upper bounds in seconds.</param>
/// <param name="Counts">Requests per bucket, not summed up; one more than bounds.</param>
internal sealed record LatencyView(IReadOnlyList<double> Bounds, IReadOnlyList<long> Counts);
