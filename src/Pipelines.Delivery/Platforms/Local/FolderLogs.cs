using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>The logs of a stage read from their files, for questions asked while no agent runs.</summary>
internal sealed class FolderLogs(AbsolutePath folder) : IStageLogs
{
    public async Task<ImmutableArray<string>> ReadLogAsync(string log, int from, CancellationToken cancellationToken)
    {
        var file = folder / $"{log}.jsonl";
        if (!File.Exists(file))
        {
            return [];
        }

        // A last line without its end was never acknowledged.
        var lines = (await File.ReadAllTextAsync(file, cancellationToken)).Split('\n');
        return [.. lines[..^1].Skip(from)];
    }

    public Task AppendLogAsync(Lease lease, string log, int length, string line, CancellationToken cancellationToken) =>
        throw new FleetException("No agent runs, so nothing can be written.");
}
