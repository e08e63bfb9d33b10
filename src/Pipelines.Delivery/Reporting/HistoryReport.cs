using System.Collections.Immutable;
using System.Text.Json;
using Pipelines.Delivery.Ledger;

namespace Pipelines.Delivery.Reporting;

/// <summary>The ledgers of all stages in order of time, newest last.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Entries">Oldest first.</param>
public sealed record HistoryReport(string Service, ImmutableArray<LedgerEntry> Entries)
{
    /// <summary>The documented JSON form, see <c>docs/status.md</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Readable.HistoryReport);

    /// <summary>A line an entry, in columns.</summary>
    public IEnumerable<string> Lines()
    {
        var stages = Entries.Select(entry => entry.Stage.Length).DefaultIfEmpty().Max();
        var events = Entries.Select(entry => entry.Event.ToString().Length).DefaultIfEmpty().Max();
        var releases = Entries.Select(entry => Release(entry).Length).DefaultIfEmpty().Max();
        return Entries.Select(entry => FormattableString.Invariant(
            $"{entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {entry.Stage.PadRight(stages)}  {entry.Event.ToString().PadRight(events)}  {Release(entry).PadRight(releases)}  {StepWords.Duration(entry.Duration),6}  {entry.Reason}"));

        static string Release(LedgerEntry entry) => entry.Release?.ToString() ?? "-";
    }
}
