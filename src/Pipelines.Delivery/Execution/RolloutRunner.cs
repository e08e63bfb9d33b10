using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>Interprets the decision function: observe, decide, journal the intent, act, journal what was seen.</summary>
internal sealed class RolloutRunner(IFleet fleet, Lease lease, RolloutJournal journal, StageLedger ledger, IRolloutObserver observer, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);
    private readonly SmokeProbe _probe = new();
    private SyntheticLoad? _load;

    /// <summary>Runs the journal's rollout to its end.</summary>
    /// <param name="rollout">As the journal tells it.</param>
    /// <param name="content">Files of its release, or null when only the platform has them.</param>
    /// <param name="abort">Why to give it up from the start, or null.</param>
    /// <param name="stop">Turns the rollout back; it does not break it off.</param>
    /// <param name="lost">The lease ended: breaks off at once, since nothing may be written.</param>
    public async Task<Rollout> RunAsync(Rollout rollout, ReleaseContent? content, string? abort, CancellationToken stop, CancellationToken lost)
    {
        var acts = new RolloutActs(fleet, lease, content);
        var answered = time.GetTimestamp();
        while (rollout.Finished is null)
        {
            lost.ThrowIfCancellationRequested();
            try
            {
                rollout = await StepAsync(rollout, acts, abort, stop, lost);
                answered = time.GetTimestamp();
            }
            catch (FleetException problem) when (time.GetElapsedTime(answered) < rollout.Plan.Stage.RollbackTime)
            {
                observer.Troubled(problem.Message);
                await Task.Delay(RetryInterval, time, lost);
            }
        }

        return rollout;
    }

    public async ValueTask DisposeAsync()
    {
        _probe.Dispose();
        if (_load is not null)
        {
            await _load.DisposeAsync();
        }
    }

    private async Task<Rollout> StepAsync(Rollout rollout, RolloutActs acts, string? abort, CancellationToken stop, CancellationToken lost)
    {
        var seen = await fleet.ObserveAsync(lost);
        if (rollout.Plan.Stage.Traffic is { } traffic && seen is { Url: { } url, Weights.IsEmpty: false })
        {
            _load ??= new SyntheticLoad(traffic, url, time);
        }

        var now = time.GetUtcNow();
        var given = abort ?? (stop.IsCancellationRequested ? "it was cancelled" : null);
        switch (RolloutDecision.Next(rollout, seen, given, now))
        {
            case Act.Do { Step: var step }:
                if (rollout.UnderWay is null)
                {
                    rollout = await RecordAsync(new RolloutRecord.Intended(now, rollout.Index, step, seen.TrafficOf(rollout.Plan.Next.Digest)), lost);
                }

                return step is DeliveryStep.Check
                    ? await RecordAsync(new RolloutRecord.Checked(time.GetUtcNow(), await CheckAsync(rollout, seen, lost)), lost)
                    : await DoAsync(rollout, acts, step, seen, lost);

            case Act.Achieve:
                return await RecordAsync(new RolloutRecord.Achieved(now, rollout.Index), lost);

            case Act.Record { Measurement: var measurement }:
                return await RecordAsync(new RolloutRecord.Measured(now, measurement), lost);

            case Act.Turn turn:
                return await TurnAsync(rollout, turn, seen, now, lost);

            case Act.Finish { Outcome: var outcome, Reason: var reason }:
                // The ledger's entry is what ends the rollout; a crash before the journal's last line loses nothing.
                await ledger.AppendAsync(lease, Entry(rollout, outcome, reason, now), lost);
                return await RecordAsync(new RolloutRecord.Finished(now, outcome, reason), lost);

            case Act.Wait wait:
                observer.Waiting(rollout, seen, wait, now);
                await WaitAsync(seen, wait.Until - now, rollout is { Turned: null, Settled: false } ? stop : CancellationToken.None, lost);
                return rollout;

            case var act:
                throw new InvalidOperationException($"The decision '{act}' has no act.");
        }
    }

    private async Task<Rollout> DoAsync(Rollout rollout, RolloutActs acts, DeliveryStep step, StageObservation seen, CancellationToken lost)
    {
        try
        {
            await acts.DoAsync(rollout, step, seen, lost);
            return rollout;
        }
        catch (TargetFailedException refused) when (rollout is { Turned: null, Settled: false })
        {
            // The platform says that it cannot: that is a reason to turn back, not to try for ever.
            return await TurnAsync(rollout, TurnBack.From(rollout, refused.Message, rejected: false), seen, time.GetUtcNow(), lost);
        }
        catch (TargetFailedException refused)
        {
            throw new FleetException(refused.Message, refused);
        }
    }

    private Task<Rollout> TurnAsync(Rollout rollout, Act.Turn turn, StageObservation seen, DateTimeOffset now, CancellationToken lost) =>
        RecordAsync(new RolloutRecord.Turned(now, turn.Cause, turn.Rejected, rollout.Exposed(seen), turn.Steps), lost);

    private async Task<string?> CheckAsync(Rollout rollout, StageObservation seen, CancellationToken lost) =>
        seen.Url is { } url ? await _probe.RunAsync(url, rollout.Plan.Next, rollout.Plan.Stage.Checks, lost) : "the stage has no address";

    private async Task<Rollout> RecordAsync(RolloutRecord record, CancellationToken lost)
    {
        var rollout = await journal.AppendAsync(lease, record, lost);
        observer.Recorded(rollout, record);
        return rollout;
    }

    private async Task WaitAsync(StageObservation seen, TimeSpan left, CancellationToken stop, CancellationToken lost)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, lost);
        try
        {
            await fleet.WaitAsync(seen.Revision, left < LongestLook ? left : LongestLook, either.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next look turns the rollout back.
        }
    }

    private LedgerEntry Entry(Rollout rollout, Outcome outcome, string reason, DateTimeOffset now)
    {
        var plan = rollout.Plan;
        var happened = (outcome, plan.Purpose) switch
        {
            (Outcome.Verified, Purpose.Deploy) => LedgerEvent.Verified,
            (Outcome.Verified, _) => LedgerEvent.Restored,
            (Outcome.RolledBack, _) when !rollout.Turned!.Rejected => LedgerEvent.Interrupted,
            (Outcome.RolledBack, _) => LedgerEvent.RolledBack,
            _ => LedgerEvent.RollbackFailed,
        };

        return new(0, now, happened, plan.Stage.Name, plan.Next, plan.Stable, reason, rollout.Began.By, rollout.Began.Id, now - rollout.Began.At, journal.Length, "");
    }
}
