using System.Collections.Immutable;
using System.Formats.Tar;
using System.Text.Json;
using Pipelines.Execution.Caching;
using Pipelines.Graph;

namespace Pipelines.Execution.Handover;

/// <summary>Leaves what a run did for later jobs.</summary>
internal sealed class JobWriter(AbsolutePath root, TargetGraph graph, RunResults results, SecretMask mask)
{
    /// <summary>Writes the record last, so that a folder with one is whole.</summary>
    public async Task WriteAsync(string job, ImmutableArray<TargetOutcome> outcomes, bool succeeded, CancellationToken cancellationToken)
    {
        var folder = JobFolder.Of(root, job);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        Directory.CreateDirectory(folder);
        ImmutableArray<JobRecord.Target> targets = [.. outcomes.Where(IsDone).Select(Describe)];
        await PackAsync(folder / JobFolder.Files, targets.SelectMany(target => target.Files.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), cancellationToken);
        await File.WriteAllTextAsync(folder / JobFolder.Record, new JobRecord(succeeded, targets).Write(), cancellationToken);
    }

    // What an earlier job did is its to hand over, and what stays in place is done again.
    private bool IsDone(TargetOutcome outcome) => graph[outcome.Name].Travels && (outcome.Status == TargetStatus.Succeeded || outcome.Skip != SkipKind.None);

    private JobRecord.Target Describe(TargetOutcome outcome)
    {
        var node = graph[outcome.Name];
        var text = results.TextOf(node.Name);
        var withheld = text is not null && mask.Apply(text) != text;
        return new(node.Name, outcome.Reason)
        {
            Result = text is null || withheld ? null : JsonDocument.Parse(text).RootElement,
            IsWithheld = withheld,
            Produces = !node.Produces.IsEmpty,
            Files = new Globs(root, new()).Find(node.Produces).ToImmutableSortedDictionary(path => path, path => EarlierJobs.Hash(root / path), StringComparer.Ordinal),
        };
    }

    private async Task PackAsync(AbsolutePath file, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        string[] all = [.. paths];
        if (all.Length == 0)
        {
            return;
        }
        await using var stream = File.Create(file);
        await using var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        foreach (var path in all)
        {
            await writer.WriteEntryAsync(root / path, path, cancellationToken);
        }
    }
}
