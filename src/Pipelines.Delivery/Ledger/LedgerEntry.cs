using System.Text.Json.Serialization;
using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Ledger;

/// <summary>One line of the ledger of a stage.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="At">When it was written.</param>
/// <param name="Event">What happened.</param>
/// <param name="Stage">Where.</param>
/// <param name="Release">Which release it is about; null when the stage was shut down.</param>
/// <param name="Previous">The release that had the traffic before, or null.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="By">Who deployed.</param>
/// <param name="Rollout">Id of the rollout, so that it is entered once; empty for none.</param>
/// <param name="Duration">Of the rollout.</param>
/// <param name="JournalEnd">Lines of the journal that are over with this entry.</param>
/// <param name="PreviousHash">Hash of the entry before; empty for the first.</param>
public sealed record LedgerEntry(
    int Sequence,
    DateTimeOffset At,
    LedgerEvent Event,
    string Stage,
    Release? Release,
    Release? Previous,
    string Reason,
    string By,
    string Rollout,
    TimeSpan Duration,
    int JournalEnd,
    string PreviousHash)
{
    /// <summary>SHA-256 over the entry's line without this value: changing any earlier entry breaks every hash after it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The release that had the traffic when the entry was written, or null.</summary>
    [JsonIgnore]
    public Release? Current => Event switch
    {
        LedgerEvent.Verified or LedgerEvent.Restored => Release,
        LedgerEvent.Stopped => null,
        _ => Previous,
    };
}
