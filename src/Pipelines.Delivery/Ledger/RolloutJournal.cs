using System.Text.Json;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;

namespace Pipelines.Delivery.Ledger;

/// <summary>The write-ahead record of a stage's rollout: an intent is on disk before its act.</summary>
/// <param name="logs">Where it is kept.</param>
/// <param name="past">Lines that belong to rollouts that are over.</param>
internal sealed class RolloutJournal(IStageLogs logs, int past)
{
    public const string Log = "journal";

    /// <summary>The rollout that the journal tells.</summary>
    public Rollout? Rollout { get; private set; }

    /// <summary>Lines of the journal, earlier rollouts included.</summary>
    public int Length { get; private set; }

    /// <summary>Reads what earlier processes left.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var lines = await logs.ReadLogAsync(Log, past, cancellationToken);
        Length = past + lines.Length;
        Rollout = Rollout.Replay(lines.Select(Parse));
    }

    /// <summary>Adds a record; when this returns it is safe.</summary>
    public async Task<Rollout> AppendAsync(Lease lease, RolloutRecord record, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.Serialize(record, DeliveryJson.Default.RolloutRecord);
        try
        {
            await logs.AppendLogAsync(lease, Log, Length, line, cancellationToken);
        }
        catch (FenceException)
        {
            // An answer that was lost on its way looks like another's write; the line tells whose it is.
            if (await logs.ReadLogAsync(Log, Length, cancellationToken) is not [var written] || written != line)
            {
                throw;
            }
        }

        Length++;
        Rollout = record is RolloutRecord.Began ? Rollout.Replay([record]) : Rollout?.Apply(record);
        return Rollout ?? throw new FleetException("The journal has records of a rollout that never began.");
    }

    private static RolloutRecord Parse(string line) =>
        JsonSerializer.Deserialize(line, DeliveryJson.Default.RolloutRecord)
        ?? throw new FleetException($"The journal has an empty record: '{line}'.");
}
