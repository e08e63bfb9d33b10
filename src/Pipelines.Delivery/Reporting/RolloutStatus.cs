using Pipelines.Delivery.Planning;

namespace Pipelines.Delivery.Reporting;

/// <summary>A running or interrupted rollout in a report.</summary>
/// <param name="Id">Of the rollout.</param>
/// <param name="Release">What comes.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Step">The step under way, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Percent">Share of the new release as last achieved.</param>
/// <param name="By">Who deploys.</param>
/// <param name="BeganAt">Since when.</param>
public sealed record RolloutStatus(string Id, ReleaseStatus Release, Phase Phase, int Step, int Steps, int Percent, string By, DateTimeOffset BeganAt)
{
    internal static RolloutStatus? Of(Rollout? rollout) => rollout is null or { Finished: not null }
        ? null
        : new(
            rollout.Began.Id,
            ReleaseStatus.Of(rollout.Plan.Next)!,
            rollout.Phase,
            Math.Min(rollout.Index + 1, rollout.Steps.Length),
            rollout.Steps.Length,
            rollout.Percent,
            rollout.Began.By,
            rollout.Began.At);
}
