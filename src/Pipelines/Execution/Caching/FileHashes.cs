using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Execution.Caching;

/// <summary>Content hashes of files, remembered while size and time of change stay the same.</summary>
internal sealed class FileHashes(AbsolutePath root, AbsolutePath store, Stillness stillness, TimeProvider time)
{
    // A file that changed just now may change again within the same tick of the file system's clock: it is hashed anew next time.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private readonly Lazy<ConcurrentDictionary<string, Known>> _known = new(() => Load(store));
    private int _changed;

    /// <summary>The hash of a file's content; null when there is no such file.</summary>
    public async Task<string?> OfAsync(string path, CancellationToken cancellationToken) => stillness.Recall<string>(path)
        ?? (await ReadAsync(path, cancellationToken) is { } hash ? stillness.Remember(path, hash) : null);

    /// <summary>Opens a file that others may write or delete meanwhile.</summary>
    public static FileStream Open(string path) =>
        new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });

    /// <summary>Writes what is new for the next run.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _changed, 0) == 1)
        {
            var text = new StringBuilder();
            foreach (var (path, known) in _known.Value)
            {
                // Files that are gone would pile up, a build's compiled ones above all.
                if (File.Exists(root / path))
                {
                    text.AppendRow(known.Hash, known.Size.ToString(CultureInfo.InvariantCulture), known.Changed.ToString(CultureInfo.InvariantCulture), path);
                }
            }
            await AtomicFile.WriteAsync(store, text.ToString(), cancellationToken);
        }
    }

    private async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(root / path);
        if (!file.Exists)
        {
            return null;
        }
        var (size, changed) = (file.Length, file.LastWriteTimeUtc.Ticks);
        if (_known.Value.TryGetValue(path, out var known) && known.Size == size && known.Changed == changed)
        {
            return known.Hash;
        }
        await using var content = Open(file.FullName);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) > Settling)
        {
            _known.Value[path] = new(size, changed, hash);
            Interlocked.Exchange(ref _changed, 1);
        }
        return hash;
    }

    private static ConcurrentDictionary<string, Known> Load(AbsolutePath store)
    {
        var known = new ConcurrentDictionary<string, Known>(StringComparer.Ordinal);
        foreach (var line in File.Exists(store) ? File.ReadLines(store) : [])
        {
            // A line that was cut short is only forgotten: its file is hashed again.
            if (TextTable.Cells(line) is [{ Length: 64 } hash, var size, var changed, var path]
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
