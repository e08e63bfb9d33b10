using System.Collections.Immutable;
using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Ledger;

/// <summary>What follows from the ledger of a stage.</summary>
/// <param name="Entries">Oldest first.</param>
public sealed record StageHistory(ImmutableArray<LedgerEntry> Entries)
{
    /// <summary>The release verified good last that was not rejected afterwards, or null.</summary>
    public Release? VerifiedGood => Good.LastOrDefault();

    /// <summary>Lines of the journal that belong to rollouts that are over.</summary>
    public int JournalEnd => Entries.LastOrDefault()?.JournalEnd ?? 0;

    /// <summary>Releases verified good and not rejected afterwards, oldest first, each once at its last time.</summary>
    public ImmutableArray<Release> Good
    {
        get
        {
            var good = new List<Release>();
            foreach (var entry in Entries)
            {
                if (Rejected(entry) is { } bad)
                {
                    good.RemoveAll(release => release.Digest == bad.Digest);
                }

                if (entry is { Event: LedgerEvent.Verified or LedgerEvent.Restored, Release: { } verified })
                {
                    good.RemoveAll(release => release.Digest == verified.Digest);
                    good.Add(verified);
                }
            }

            return [.. good];
        }
    }

    /// <summary>The entry that rejected a release, unless it was verified good later; null when nothing stands against it.</summary>
    public LedgerEntry? RejectionOf(string digest)
    {
        var last = Entries.LastOrDefault(entry => Rejected(entry)?.Digest == digest
            || (entry is { Event: LedgerEvent.Verified or LedgerEvent.Restored } && entry.Release?.Digest == digest));
        return last is not null && Rejected(last)?.Digest == digest ? last : null;
    }

    /// <summary>A release by its digest.</summary>
    public Release? Find(string digest) =>
        Entries.Select(entry => entry.Release).LastOrDefault(release => release?.Digest == digest);

    private static Release? Rejected(LedgerEntry entry) => entry.Event switch
    {
        LedgerEvent.RolledBack or LedgerEvent.RollbackFailed => entry.Release,
        LedgerEvent.Restored => entry.Previous,
        _ => null,
    };
}
