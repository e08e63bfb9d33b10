using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pipelines.Delivery.Ledger;

/// <summary>Ledger entries as lines, chained by hash.</summary>
internal static class LedgerText
{
    public static LedgerEntry Sealed(LedgerEntry entry) => entry with { Hash = HashOf(Line(entry with { Hash = "" }), hash: "") };

    public static string Line(LedgerEntry entry) => JsonSerializer.Serialize(entry, DeliveryJson.Default.LedgerEntry);

    /// <exception cref="TargetFailedException">A line was changed, removed or put in by hand: the message names it.</exception>
    public static ImmutableArray<LedgerEntry> Parse(string stage, ImmutableArray<string> lines)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>(lines.Length);
        var previous = "";
        foreach (var line in lines)
        {
            var entry = Read(line);
            if (entry is null || entry.PreviousHash != previous || entry.Hash != HashOf(line, entry.Hash))
            {
                throw new TargetFailedException(
                    $"Line {entries.Count + 1} of the ledger of stage '{stage}' does not fit the chain: someone changed it. Restore the file from a backup, or move it away to start anew.");
            }

            entries.Add(entry);
            previous = entry.Hash;
        }

        return entries.MoveToImmutable();
    }

    private static LedgerEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DeliveryJson.Default.LedgerEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Over the line itself: what a later version of this program would write in its place does not count.
    private static string HashOf(string line, string hash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.Replace($"\"hash\":\"{hash}\"", "\"hash\":\"\"", StringComparison.Ordinal))));
}
