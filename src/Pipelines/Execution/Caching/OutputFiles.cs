using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Execution.Caching;

/// <summary>
/// The files that targets wrote. A restored one has its content and permissions, and the present as its time of change, so that
/// whoever compares times takes it for new; one that is as it was is not touched.
/// </summary>
internal sealed class OutputFiles(AbsolutePath root, Globs globs, FileHashes hashes, Stillness stillness)
{
    /// <summary>What the target left behind, hashed.</summary>
    /// <exception cref="TargetFailedException">It declares outputs and there are none.</exception>
    public async Task<ImmutableArray<CachedFile>> ReadAsync(TargetNode node, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<CachedFile>();
        foreach (var path in globs.Find(node.Outputs))
        {
            if (await hashes.OfAsync(path, cancellationToken) is { } hash)
            {
                files.Add(new(path, hash, Mode(path)));
            }
        }
        return files.Count > 0 || node.Outputs.IsEmpty
            ? files.DrainToImmutable()
            : throw new TargetFailedException($"'{node.Name}' wrote none of its outputs {string.Join(", ", node.Outputs)}. Correct Outputs(...), or what it writes.");
    }

    /// <summary>Those that are missing, or not what the target wrote.</summary>
    public async Task<ImmutableArray<CachedFile>> DifferentAsync(IEnumerable<CachedFile> outputs, CancellationToken cancellationToken)
    {
        var different = ImmutableArray.CreateBuilder<CachedFile>();
        foreach (var output in outputs)
        {
            if (await hashes.OfAsync(output.Path, cancellationToken) != output.Hash)
            {
                different.Add(output);
            }
        }
        return different.DrainToImmutable();
    }

    /// <summary>Brings files back: all, or none when a blob is missing.</summary>
    /// <param name="files">The different ones.</param>
    /// <param name="folders">Where blobs are looked for; the first gets those that others have.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public async Task<bool> RestoreAsync(ImmutableArray<CachedFile> files, ImmutableArray<CacheFolder> folders, CancellationToken cancellationToken)
    {
        stillness.End();
        // Beside the blobs, not beside the outputs, where a killed run would leave them for ever.
        var drafts = Directory.CreateDirectory(folders[0].Folder / "restoring" / Path.GetRandomFileName());
        try
        {
            foreach (var (index, file) in files.Index())
            {
                if (!await TryTakeAsync(file.Hash, Draft(drafts, index), folders, cancellationToken))
                {
                    return false;
                }
            }
            foreach (var (index, file) in files.Index())
            {
                Put(Draft(drafts, index), file);
            }
            return true;
        }
        finally
        {
            drafts.Delete(recursive: true);
        }
    }

    /// <summary>Deletes files that an earlier success of the target wrote and this one did not; files that nobody knows stay.</summary>
    public async Task RemoveStaleAsync(TargetNode node, CacheEntry entry, EntryStore entries, CancellationToken cancellationToken)
    {
        var current = entry.Outputs.Select(output => output.Path).ToHashSet(StringComparer.Ordinal);
        string[] extra = [.. globs.Find(node.Outputs).Where(path => !current.Contains(path))];
        if (extra.Length == 0)
        {
            return;
        }
        stillness.End();
        var known = (await entries.AllAsync(node.Name, cancellationToken)).SelectMany(other => other.Outputs).Select(output => (output.Path, output.Hash)).ToHashSet();
        foreach (var path in extra)
        {
            if (await hashes.OfAsync(path, cancellationToken) is { } hash && known.Contains((path, hash)))
            {
                File.Delete(root / path);
            }
        }
    }

    private static string Draft(DirectoryInfo drafts, int index) => Path.Combine(drafts.FullName, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<bool> TryTakeAsync(string hash, string draft, ImmutableArray<CacheFolder> folders, CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            if (await folder.Blobs.TryTakeAsync(hash, draft, cancellationToken))
            {
                await folders[0].Blobs.PutAsync(draft, hash, cancellationToken);
                return true;
            }
        }
        return false;
    }

    private void Put(string draft, CachedFile file)
    {
        var target = root / file.Path;
        Directory.CreateDirectory(target.Parent!);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, file.Mode);
        }
        File.Move(draft, target, overwrite: true);
    }

    private UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(root / path);
}
