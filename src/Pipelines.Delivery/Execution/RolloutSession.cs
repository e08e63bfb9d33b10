using System.Globalization;
using System.Security.Cryptography;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>A held lease with the stage's journal: begins, resumes and runs rollouts while the lease is kept.</summary>
internal sealed class RolloutSession : IAsyncDisposable
{
    private readonly LeaseKeeper _keeper;
    private readonly RolloutRunner _runner;
    private readonly RolloutJournal _journal;
    private readonly Holder _holder;
    private readonly Lease _lease;
    private readonly IRolloutObserver _observer;
    private readonly TimeProvider _time;

    private RolloutSession(IFleet fleet, Lease lease, RolloutJournal journal, StageLedger ledger, Holder holder, IRolloutObserver observer, TimeProvider time)
    {
        (_lease, _journal, _holder, _observer, _time) = (lease, journal, holder, observer, time);
        _keeper = new(fleet, lease, time);
        _runner = new(fleet, lease, journal, ledger, observer, time);
    }

    /// <summary>The rollout that an earlier process left, or null.</summary>
    public Rollout? Unfinished => _journal.Rollout is { Finished: null } left ? left : null;

    /// <summary>The lease ended.</summary>
    public bool IsLost => _keeper.Lost.IsCancellationRequested;

    public static async Task<RolloutSession> OpenAsync(
        IFleet fleet, Lease lease, StageLedger ledger, Holder holder, IRolloutObserver observer, TimeProvider time, CancellationToken cancellationToken)
    {
        // Read under the lease: what an earlier holder wrote last is in, and nobody else writes.
        var journal = new RolloutJournal(fleet, (await ledger.ReadAsync(cancellationToken)).JournalEnd);
        await journal.LoadAsync(cancellationToken);
        return new(fleet, lease, journal, ledger, holder, observer, time);
    }

    public async Task<Rollout> BeginAsync(DeliveryPlan plan, Snapshot snapshot, StageObservation seen)
    {
        var now = _time.GetUtcNow();
        var id = $"{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
        return await RecordAsync(new RolloutRecord.Began(now, id, _holder.ToString(), plan, snapshot, seen.Traffic));
    }

    /// <summary>Goes on with what an earlier process left.</summary>
    public async Task<Rollout> ResumeAsync(ReleaseContent? content, string? abort, CancellationToken cancellationToken)
    {
        var resumed = await RecordAsync(new RolloutRecord.Resumed(_time.GetUtcNow(), _holder.ToString()));
        return await RunAsync(resumed, content, abort, cancellationToken);
    }

    /// <summary>Runs to the end; cancelling turns back, losing the lease breaks off.</summary>
    public Task<Rollout> RunAsync(Rollout rollout, ReleaseContent? content, string? abort, CancellationToken cancellationToken) =>
        _runner.RunAsync(rollout, content, abort, cancellationToken, _keeper.Lost);

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _keeper.DisposeAsync();
    }

    private async Task<Rollout> RecordAsync(RolloutRecord record)
    {
        var rollout = await _journal.AppendAsync(_lease, record, _keeper.Lost);
        _observer.Recorded(rollout, record);
        return rollout;
    }
}
