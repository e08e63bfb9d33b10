using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Execution.Caching;

/// <summary>Remembers successes of targets with inputs in <c>.nuke/temp/cache</c>, and in a shared folder if there is one, so that an unchanged target is skipped.</summary>
internal sealed class TargetCache
{
    private readonly AbsolutePath _root;
    private readonly OutputFiles _outputs;
    private readonly FileHashes _hashes;
    private readonly StateReader _states;
    private readonly ImmutableArray<CacheFolder> _folders;
    private readonly TimeProvider _time;
    private readonly Stillness _stillness = new();
    private int _written;

    public TargetCache(AbsolutePath root, TargetGraph graph, string? shared, TimeProvider time)
    {
        (_root, _time) = (root, time);
        var own = root / ".nuke" / "temp" / "cache";
        _hashes = new(root, own / "files.tsv", _stillness, time);
        var globs = new Globs(root, _stillness);
        _outputs = new(root, globs, _hashes, _stillness);
        _states = new(root, graph, globs, _hashes, new(_hashes));
        _folders = shared is null ? [new(own, time)] : [new(own, time), new(root / shared, time)];
    }

    /// <summary>The target says what it reads, and what it leaves behind; the answer of a query is neither.</summary>
    public static bool Serves(TargetNode node) => !node.IsQuery
        && (node.Inputs.Length > 0 || node.InputValues.Length > 0)
        && (node.Outputs.Length > 0 || node.ResultType is not null);

    /// <summary>Looks for a success that still stands, and brings its outputs back where they are missing or different.</summary>
    /// <param name="node">A target that <see cref="Serves"/> accepts, its dependencies ended.</param>
    /// <param name="results">What the dependencies gave.</param>
    /// <param name="mode">How far it may go.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public async Task<CacheAnswer> AskAsync(TargetNode node, RunResults results, CacheMode mode, CancellationToken cancellationToken)
    {
        var state = await _states.ReadAsync(node, results, cancellationToken);
        if (mode == CacheMode.Ignore)
        {
            return new(state, Entry: null, ["--no-cache is given"]);
        }
        ImmutableArray<string> broken = [];
        foreach (var folder in _folders)
        {
            if (await folder.Entries.FindAsync(node.Name, state.Fingerprint, cancellationToken) is not { } entry)
            {
                continue;
            }
            var different = await _outputs.DifferentAsync(entry.Outputs, cancellationToken);
            if (different.IsEmpty || await MayRestoreAsync(node, different, mode, cancellationToken))
            {
                await UseAsync(node, entry, folder, mode, cancellationToken);
                return new(state, entry, mode == CacheMode.Look ? Describe(different) : []);
            }
            broken = Describe(different);
        }
        return new(state, Entry: null, broken.IsEmpty ? await ChangesAsync(node, state, cancellationToken) : broken);
    }

    /// <summary>A target is about to work: what was seen of files need not be so any more.</summary>
    public void ExpectChanges() => _stillness.End();

    /// <summary>Remembers a success: its files first, then the entry that speaks of them.</summary>
    public async Task KeepAsync(TargetNode node, TargetState state, Success success, CancellationToken cancellationToken)
    {
        var outputs = await _outputs.ReadAsync(node, cancellationToken);
        var entry = new CacheEntry(success.Run, state) { Outputs = outputs, Figures = success.Figures, Warnings = success.Warnings, Result = success.Result };
        foreach (var folder in _folders)
        {
            var kept = node.OutputsStayInPlace ? outputs : await StoreAsync(outputs, folder, cancellationToken);
            await folder.Entries.KeepAsync(node.Name, entry with { Outputs = kept }, cancellationToken);
        }
        Interlocked.Exchange(ref _written, 1);
    }

    /// <summary>Keeps what was hashed, and forgets what nobody used for long.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _hashes.SaveAsync(cancellationToken);
        if (_written == 1)
        {
            foreach (var folder in _folders)
            {
                await new CachePruning(folder.Folder, _time).RunAsync(cancellationToken);
            }
        }
    }

    private ImmutableArray<string> Describe(ImmutableArray<CachedFile> different) =>
        [.. different.Select(output => $"{output.Path} {(File.Exists(_root / output.Path) ? "is not what it wrote" : "is missing")}")];

    private async Task<bool> MayRestoreAsync(TargetNode node, ImmutableArray<CachedFile> different, CacheMode mode, CancellationToken cancellationToken)
    {
        if (node.OutputsStayInPlace)
        {
            return false;
        }
        if (mode == CacheMode.Look)
        {
            return different.All(output => _folders.Any(folder => folder.Blobs.Has(output.Hash)));
        }
        try
        {
            return await _outputs.RestoreAsync(different, _folders, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No room, or a file that somebody holds: the target itself will tell.
            return false;
        }
    }

    private async Task UseAsync(TargetNode node, CacheEntry entry, CacheFolder folder, CacheMode mode, CancellationToken cancellationToken)
    {
        if (mode == CacheMode.Look)
        {
            return;
        }
        if (!node.OutputsStayInPlace)
        {
            await _outputs.RemoveStaleAsync(node, entry, _folders[0].Entries, cancellationToken);
        }
        folder.Entries.Touch(node.Name, entry.State.Fingerprint);
        if (folder != _folders[0])
        {
            await _folders[0].Entries.KeepAsync(node.Name, entry, cancellationToken);
        }
    }

    private async Task<ImmutableArray<string>> ChangesAsync(TargetNode node, TargetState state, CancellationToken cancellationToken)
    {
        foreach (var folder in _folders)
        {
            if (await folder.Entries.LatestAsync(node.Name, cancellationToken) is { } latest)
            {
                return StateChanges.Between(latest.State, state);
            }
        }
        return ["no success of it is known"];
    }

    // An output that changed since it was hashed is remembered as what was stored.
    private async Task<ImmutableArray<CachedFile>> StoreAsync(ImmutableArray<CachedFile> outputs, CacheFolder folder, CancellationToken cancellationToken)
    {
        var stored = ImmutableArray.CreateBuilder<CachedFile>(outputs.Length);
        foreach (var output in outputs)
        {
            stored.Add(output with { Hash = await folder.Blobs.PutAsync(_root / output.Path, output.Hash, cancellationToken) });
        }
        return stored.MoveToImmutable();
    }
}
