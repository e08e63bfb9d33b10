using System.Collections.Immutable;

namespace Pipelines.Execution.Caching;

/// <summary>Entries below a folder: <c>TARGET/FINGERPRINT</c>. The time of change of a file is when its entry was last used.</summary>
internal sealed class EntryStore(AbsolutePath folder, TimeProvider time)
{
    public async Task<CacheEntry?> FindAsync(string target, string fingerprint, CancellationToken cancellationToken)
    {
        var file = folder / target / fingerprint;
        var entry = await ReadAsync(file, cancellationToken);
        return entry?.State.Fingerprint == fingerprint ? entry : null;
    }

    /// <summary>The last success that was written or used; null for none.</summary>
    public async Task<CacheEntry?> LatestAsync(string target, CancellationToken cancellationToken)
    {
        foreach (var file in Files(folder / target).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            if (await ReadAsync(file.FullName, cancellationToken) is { } entry)
            {
                return entry;
            }
        }
        return null;
    }

    public async Task<ImmutableArray<CacheEntry>> AllAsync(string target, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<CacheEntry>();
        foreach (var file in Files(folder / target))
        {
            if (await ReadAsync(file.FullName, cancellationToken) is { } entry)
            {
                entries.Add(entry);
            }
        }
        return entries.DrainToImmutable();
    }

    public async Task KeepAsync(string target, CacheEntry entry, CancellationToken cancellationToken)
    {
        await AtomicFile.WriteAsync(folder / target / entry.State.Fingerprint, CacheEntryText.Write(entry), cancellationToken);
        Touch(target, entry.State.Fingerprint);
    }

    public void Touch(string target, string fingerprint)
    {
        try
        {
            File.SetLastWriteTimeUtc(folder / target / fingerprint, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that can only be read does not know when it was used.
        }
    }

    public static IEnumerable<FileInfo> Files(AbsolutePath folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles() : [];

    public static async Task<CacheEntry?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(file) ? CacheEntryText.Read(await File.ReadAllTextAsync(file, cancellationToken)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
