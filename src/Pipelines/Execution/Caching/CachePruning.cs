namespace Pipelines.Execution.Caching;

/// <summary>Keeps a cache folder within bounds: entries that were not used for long go first, then files that no entry speaks of.</summary>
internal sealed class CachePruning(AbsolutePath folder, TimeProvider time)
{
    private const int EntriesPerTarget = 20;
    private const long LargestSize = 2L * 1024 * 1024 * 1024;
    private static readonly TimeSpan OldestUse = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    // What a run beside this one has just written or used stays, whatever the bounds say.
    private static readonly TimeSpan InUse = TimeSpan.FromHours(1);

    /// <summary>Prunes, if it is a day or more since the last time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var stamp = new FileInfo(folder / "pruned");
        if (stamp.Exists && Age(stamp) < Interval)
        {
            return;
        }
        await AtomicFile.WriteAsync(folder / "pruned", "", cancellationToken);
        var kept = await PruneEntriesAsync(cancellationToken);
        foreach (var blob in Below("blobs").Where(blob => !kept.Contains(Hash(blob)) && Age(blob) > InUse))
        {
            blob.Delete();
        }
        foreach (var left in Directory.Exists(folder / "restoring") ? new DirectoryInfo(folder / "restoring").GetDirectories().Where(left => Age(left) > InUse) : [])
        {
            left.Delete(recursive: true);
        }
    }

    private async Task<HashSet<string>> PruneEntriesAsync(CancellationToken cancellationToken)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var blob in Below("blobs"))
        {
            sizes[Hash(blob)] = blob.Length;
        }
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var perTarget = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var file in Below("entries").OrderByDescending(file => file.LastWriteTimeUtc))
        {
            var entry = await EntryStore.ReadAsync(file.FullName, cancellationToken);
            string[] added = [.. (entry?.Outputs ?? []).Select(output => output.Hash).Where(hash => !kept.Contains(hash)).Distinct(StringComparer.Ordinal)];
            var size = added.Sum(hash => sizes.GetValueOrDefault(hash));
            var count = perTarget.GetValueOrDefault(file.DirectoryName!) + 1;
            if (Age(file) > InUse && (entry is null || Age(file) > OldestUse || count > EntriesPerTarget || total + size > LargestSize))
            {
                file.Delete();
                continue;
            }
            perTarget[file.DirectoryName!] = count;
            total += size;
            kept.UnionWith(added);
        }
        return kept;
    }

    private FileInfo[] Below(string name) => Directory.Exists(folder / name) ? new DirectoryInfo(folder / name).GetFiles("*", SearchOption.AllDirectories) : [];

    private static string Hash(FileInfo blob) => blob.Directory!.Name + blob.Name;

    private TimeSpan Age(FileSystemInfo file) => time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
}
