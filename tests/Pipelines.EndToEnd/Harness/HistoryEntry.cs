namespace Pipelines.EndToEnd.Harness;

/// <summary>A line of <c>History --json</c>.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Stage">Where.</param>
/// <param name="Rollout">Id of the rollout.</param>
/// <param name="Reason">Why.</param>
internal sealed record HistoryEntry(string Event, string Stage, string Rollout, string Reason);
