using System.Text.Json;
using Pipelines.Graph;

namespace Pipelines.Execution.Caching;

/// <summary>Remembers the last success of targets with inputs in <c>.nuke/temp/cache</c>, so that an unchanged one is skipped.</summary>
internal sealed class TargetCache(AbsolutePath root, TimeProvider time)
{
    private readonly AbsolutePath _folder = root / ".nuke" / "temp" / "cache";
    private readonly Globs _globs = new(root);
    private readonly FileHashes _hashes = new(root, root / ".nuke" / "temp" / "cache" / "files.tsv", time);

    /// <summary>The target says what it reads, and what it leaves behind.</summary>
    public static bool Serves(TargetNode node) =>
        (node.Inputs.Length > 0 || node.InputValues.Length > 0) && (node.Outputs.Length > 0 || node.ResultType is not null);

    public async Task<string> FingerprintAsync(TargetNode node, RunResults results, CancellationToken cancellationToken)
    {
        using var fingerprint = new Fingerprint(node);
        foreach (var path in _globs.Find(node.Inputs))
        {
            fingerprint.AddFile(path, await _hashes.OfAsync(path, cancellationToken));
        }
        foreach (var name in node.Dependencies)
        {
            fingerprint.AddResult(name, results.TryGet(name, out var result) ? result : null);
        }
        return fingerprint.Finish();
    }

    /// <summary>The last success, if nothing changed since and its outputs are there.</summary>
    public async Task<CacheEntry?> FindAsync(TargetNode node, string fingerprint, CancellationToken cancellationToken)
    {
        var file = Entry(node);
        if (!File.Exists(file))
        {
            return null;
        }
        try
        {
            var entry = JsonSerializer.Deserialize<CacheEntry>(await File.ReadAllTextAsync(file, cancellationToken));
            return entry is not null && entry.Fingerprint == fingerprint && entry.Outputs.All(path => File.Exists(root / path)) ? entry : null;
        }
        catch (JsonException)
        {
            // Written by another version, or by a hand: the target runs and writes it anew.
            return null;
        }
    }

    public async Task KeepAsync(TargetNode node, string fingerprint, object? result, CancellationToken cancellationToken)
    {
        var outputs = _globs.Find(node.Outputs);
        if (outputs.IsEmpty && node.Outputs.Length > 0)
        {
            throw new TargetFailedException($"'{node.Name}' wrote none of its outputs {string.Join(", ", node.Outputs)}. Correct Outputs(...), or what it writes.");
        }
        var json = node.ResultType is { } type ? JsonSerializer.SerializeToElement(result, type) : (JsonElement?)null;
        await AtomicFile.WriteAsync(Entry(node), JsonSerializer.Serialize(new CacheEntry(fingerprint, outputs, json)), cancellationToken);
    }

    public Task SaveAsync(CancellationToken cancellationToken) => _hashes.SaveAsync(cancellationToken);

    private AbsolutePath Entry(TargetNode node) => _folder / $"{node.Name}.json";
}
