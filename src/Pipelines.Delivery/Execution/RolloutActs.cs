using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>Does steps: absolute values, so that doing one again changes nothing.</summary>
internal sealed class RolloutActs(IFleet fleet, Lease lease, ReleaseContent? content)
{
    public Task DoAsync(Rollout rollout, DeliveryStep step, StageObservation seen, CancellationToken cancellationToken) => step switch
    {
        DeliveryStep.Admit => AdmitAsync(rollout, cancellationToken),
        DeliveryStep.Scale scale => fleet.ScaleAsync(lease, rollout.Plan.Of(scale.Side)!.Digest, scale.Instances, cancellationToken),
        DeliveryStep.Shift shift => fleet.ShiftAsync(lease, rollout.Plan.Weights(shift.Percent), cancellationToken),
        DeliveryStep.Settle settle => SettleAsync(rollout, settle, cancellationToken),
        DeliveryStep.Prune prune => PruneAsync(prune, seen, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task AdmitAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        var (plan, snapshot) = (rollout.Plan, rollout.Began.Snapshot);
        var ours = content?.Release.Digest == plan.Next.Digest ? content : null;
        return fleet.AdmitAsync(lease, plan.Next, ours, snapshot.Stable?.Digest, snapshot.Instances, cancellationToken);
    }

    private Task SettleAsync(Rollout rollout, DeliveryStep.Settle settle, CancellationToken cancellationToken)
    {
        var instances = settle.Side == Side.Next ? rollout.Plan.Stage.Instances : rollout.Began.Snapshot.Instances;
        return fleet.SettleAsync(lease, rollout.Plan.Of(settle.Side)!.Digest, instances, cancellationToken);
    }

    private async Task PruneAsync(DeliveryStep.Prune prune, StageObservation seen, CancellationToken cancellationToken)
    {
        foreach (var release in seen.Releases.Where(release => !prune.Keep.Contains(release.Digest, StringComparer.Ordinal) && release is { Desired: 0, Running: 0 }))
        {
            await fleet.RemoveAsync(lease, release.Digest, cancellationToken);
        }
    }
}
