using Pipelines.Delivery.Platforms;

namespace Pipelines.Delivery.Ledger;

/// <summary>The ledger of a stage, kept with its environment.</summary>
internal sealed class StageLedger(string stage, IStageLogs logs)
{
    public const string Log = "ledger";

    public async Task<StageHistory> ReadAsync(CancellationToken cancellationToken) =>
        new(LedgerText.Parse(stage, await logs.ReadLogAsync(Log, from: 0, cancellationToken)));

    /// <summary>Adds an entry at the end of the chain; one of a rollout that is entered already changes nothing.</summary>
    public async Task AppendAsync(Lease lease, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var history = await ReadAsync(cancellationToken);
        if (entry.Rollout.Length > 0 && history.Entries.Any(known => known.Rollout == entry.Rollout))
        {
            return;
        }

        var chained = LedgerText.Sealed(entry with
        {
            Sequence = history.Entries.Length + 1,
            PreviousHash = history.Entries.LastOrDefault()?.Hash ?? "",
        });
        await logs.AppendLogAsync(lease, Log, history.Entries.Length, LedgerText.Line(chained), cancellationToken);
    }
}
