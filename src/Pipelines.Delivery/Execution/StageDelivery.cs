using System.Collections.Immutable;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>Deploys to one stage, goes back, and finishes what a killed process left.</summary>
/// <param name="stage">Where.</param>
/// <param name="fleet">The stage on its platform.</param>
/// <param name="holder">Who asks.</param>
/// <param name="observer">Is told what happens.</param>
/// <param name="time">The clock.</param>
internal sealed class StageDelivery(Stage stage, IFleet fleet, Holder holder, IRolloutObserver observer, TimeProvider time)
{
    // A way back, and one more should that be bad too.
    private const int KeptReleases = 3;

    private readonly StageLedger _ledger = new(stage.Name, fleet);

    /// <summary>Brings a release to the stage, after finishing what was left there.</summary>
    public async Task<StageResult> DeployAsync(ReleaseContent content, bool retry, CancellationToken cancellationToken)
    {
        var history = await _ledger.ReadAsync(cancellationToken);

        // The same content keeps the version it was first known by here: its copy runs with that one.
        var release = history.Find(content.Release.Digest) ?? content.Release;
        content = content with { Release = release };
        if (IsServed(release, history, await fleet.ObserveAsync(cancellationToken)))
        {
            return StageResults.AlreadyVerified(stage, release);
        }

        return await LockedAsync(async session =>
        {
            if (session.Unfinished is { } left)
            {
                var same = left.Plan.Next.Digest == release.Digest;
                var ended = await session.ResumeAsync(content, same ? null : $"{release} takes its place", cancellationToken);

                // What took the other's place, or is back where it was, begins anew; any other end is the answer.
                if ((same && IsAnswer(ended)) || ended.Finished!.Outcome == Outcome.RollbackFailed || cancellationToken.IsCancellationRequested)
                {
                    return StageResults.Of(ended);
                }
            }

            var known = await _ledger.ReadAsync(cancellationToken);
            if (IsServed(release, known, await fleet.ObserveAsync(cancellationToken)))
            {
                return StageResults.AlreadyVerified(stage, release);
            }

            return known.RejectionOf(release.Digest) is { } rejection && !retry
                ? StageResults.Refused(stage.Name, release, rejection)
                : await BeginAsync(session, known, (stable, keep) => DeliveryPlanner.Deploy(stage, release, stable, keep), release, content, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Goes back to a release that was verified good.</summary>
    /// <param name="name">Version or start of a digest; null for the last one verified good before the current.</param>
    /// <param name="cancellationToken">Gives up before the lease is had; afterwards it turns back.</param>
    public Task<StageResult> RollbackAsync(string? name, CancellationToken cancellationToken) => LockedAsync(async session =>
    {
        if (session.Unfinished is { } left)
        {
            // The same rollback goes on; anything else that is under way is given up, which leads back as well.
            var same = left.Plan.Purpose == Purpose.Rollback && (name is null || RollbackTarget.IsNamed(left.Plan.Next, name));
            var ended = await session.ResumeAsync(content: null, same ? null : "a rollback was asked for", cancellationToken);
            if (!same && ended.Finished!.Outcome != Outcome.Verified)
            {
                return StageResults.Of(ended) with { ExitCode = ended.Finished!.Outcome == Outcome.RollbackFailed ? ExitCodes.RollbackFailed : ExitCodes.Success };
            }

            if ((same && IsAnswer(ended)) || cancellationToken.IsCancellationRequested)
            {
                return StageResults.Of(ended);
            }
        }

        var history = await _ledger.ReadAsync(cancellationToken);
        var current = Current(history, await fleet.ObserveAsync(cancellationToken));
        return RollbackTarget.Of(stage.Name, history, current, name) switch
        {
            { Release: { } target } => await BeginAsync(session, history, (stable, keep) => DeliveryPlanner.Rollback(stage, target, stable, keep), target, content: null, cancellationToken),
            { Problem: var problem } => new(ExitCodes.Failed, problem),
        };
    }, cancellationToken);

    /// <summary>Finishes the rollout that a killed process left, forward or back; null when there is none.</summary>
    public async Task<StageResult?> RecoverAsync(CancellationToken cancellationToken)
    {
        var journal = new RolloutJournal(fleet, (await _ledger.ReadAsync(cancellationToken)).JournalEnd);
        await journal.LoadAsync(cancellationToken);
        return journal.Rollout is null or { Finished: not null }
            ? null
            : await LockedAsync(
                async session => session.Unfinished is not null ? StageResults.Of(await session.ResumeAsync(content: null, abort: null, cancellationToken)) : new(ExitCodes.Success, $"{stage.Name}: nothing to recover."),
                cancellationToken);
    }

    private async Task<StageResult> LockedAsync(Func<RolloutSession, Task<StageResult>> work, CancellationToken cancellationToken)
    {
        var answer = await fleet.AcquireAsync(holder, stage.LeaseTime, cancellationToken);
        if (answer.Granted is not { } lease)
        {
            return StageResults.Locked(stage.Name, answer.Refused!);
        }

        await using var session = await RolloutSession.OpenAsync(fleet, lease, _ledger, holder, observer, time, cancellationToken);
        try
        {
            var result = await work(session);
            await fleet.ReleaseAsync(lease, CancellationToken.None);
            return result;
        }
        catch (Exception problem) when (problem is FenceException || session.IsLost)
        {
            throw new TargetFailedException(
                $"{stage.Name}: the lease was lost while it was needed, so this process stopped. Traffic returns to stable by itself; './build.sh Recover' finishes the rest.",
                ExitCodes.RollbackFailed,
                problem);
        }
    }

    private async Task<StageResult> BeginAsync(
        RolloutSession session,
        StageHistory history,
        Func<Release?, ImmutableArray<string>, DeliveryPlan> plan,
        Release next,
        ReleaseContent? content,
        CancellationToken cancellationToken)
    {
        var seen = await fleet.ObserveAsync(cancellationToken);
        var current = Current(history, seen);
        var stable = current?.Digest == next.Digest ? null : current;
        var keep = history.Good.Reverse().Take(KeptReleases).Select(release => release.Digest).ToImmutableArray();
        var instances = stable is null ? 0 : Math.Max(seen.Of(stable.Digest)?.Desired ?? 0, 1);
        var rollout = await session.BeginAsync(plan(stable, keep), new Snapshot(stable, instances, seen.Weights), seen);
        return StageResults.Of(await session.RunAsync(rollout, content, abort: null, cancellationToken));
    }

    // Live state first: what has the traffic is read from the router; the ledger only knows its name.
    private Release? Current(StageHistory history, StageObservation seen)
    {
        if (seen.Weights.IsEmpty)
        {
            return null;
        }

        var digest = seen.Weights.MaxBy(weight => weight.Value).Key;
        return history.Find(digest) ?? throw new TargetFailedException(
            $"{stage.Name}: the traffic is on {digest[..12]}, which the ledger does not know, so there would be no way back. Run './build.sh Down' to start anew, or restore the ledger.");
    }

    private static bool IsAnswer(Rollout ended) => ended.Finished!.Outcome == Outcome.RollbackFailed || ended.Turned is not { Rejected: false };

    private static bool IsServed(Release release, StageHistory history, StageObservation seen) =>
        history.VerifiedGood?.Digest == release.Digest
        && !seen.Leased
        && seen.Weights.GetValueOrDefault(release.Digest) == 100
        && seen.Ready(release.Digest) > 0;
}
