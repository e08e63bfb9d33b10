using System.Text.Json;

namespace Pipelines.EndToEnd.Harness;

/// <summary>The answer of <c>./build.sh History --json</c>.</summary>
internal sealed record HistoryReport(IReadOnlyList<HistoryEntry> Entries)
{
    public static async Task<HistoryReport> ReadAsync(Clone clone)
    {
        var result = await clone.BuildAsync("History", "--json");
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize(result.Output, StatusJson.Default.HistoryReport)!
            : throw new InvalidOperationException($"{result}");
    }

    /// <summary>What the ledger says of a rollout.</summary>
    public IReadOnlyList<HistoryEntry> Of(string rollout) => [.. Entries.Where(entry => entry.Rollout == rollout)];
}
