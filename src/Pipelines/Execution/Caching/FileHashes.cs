using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Pipelines.Execution.Caching;

/// <summary>Content hashes of files, remembered while size and time of change stay the same.</summary>
internal sealed class FileHashes(AbsolutePath root, AbsolutePath store, TimeProvider time)
{
    // A file that changed just now may change again within the same tick of the file system's clock: it is hashed anew next time.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private readonly Lazy<ConcurrentDictionary<string, Known>> _known = new(() => Load(store));
    private int _changed;

    public async Task<string> OfAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(root / path);
        var (size, changed) = (file.Length, file.LastWriteTimeUtc.Ticks);
        if (_known.Value.TryGetValue(path, out var known) && known.Size == size && known.Changed == changed)
        {
            return known.Hash;
        }
        await using var content = new FileStream(file.FullName, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });
        var hash = Convert.ToHexString(await SHA256.HashDataAsync(content, cancellationToken));
        if (time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) > Settling)
        {
            _known.Value[path] = new(size, changed, hash);
            Interlocked.Exchange(ref _changed, 1);
        }
        return hash;
    }

    /// <summary>Writes what is new for the next run.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _changed, 0) == 1)
        {
            await AtomicFile.WriteAsync(
                store,
                string.Concat(_known.Value.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value.Hash}\t{entry.Value.Size}\t{entry.Value.Changed}\t{entry.Key}\n"))),
                cancellationToken);
        }
    }

    private static ConcurrentDictionary<string, Known> Load(AbsolutePath store)
    {
        var known = new ConcurrentDictionary<string, Known>(StringComparer.Ordinal);
        foreach (var line in File.Exists(store) ? File.ReadLines(store) : [])
        {
            // A line that was cut short is only forgotten: its file is hashed again.
            if (line.Split('\t', 4) is [{ Length: 64 } hash, var size, var changed, var path]
                && long.TryParse(size, CultureInfo.InvariantCulture, out var bytes)
                && long.TryParse(changed, CultureInfo.InvariantCulture, out var ticks))
            {
                known[path] = new(bytes, ticks, hash);
            }
        }
        return known;
    }

    private sealed record Known(long Size, long Changed, string Hash);
}
