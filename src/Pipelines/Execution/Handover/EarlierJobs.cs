using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Pipelines.Graph;

namespace Pipelines.Execution.Handover;

/// <summary>What jobs before this one did, which is taken as done.</summary>
/// <param name="Reasons">Why each target is not done again, by its name.</param>
/// <param name="Results">Their typed results as JSON.</param>
internal sealed record EarlierJobs(IReadOnlyDictionary<string, string> Reasons, IReadOnlyDictionary<string, string> Results)
{
    public static EarlierJobs None { get; } = new(ReadOnlyDictionary<string, string>.Empty, ReadOnlyDictionary<string, string>.Empty);

    /// <summary>Reads what the jobs left, and puts their files where they were.</summary>
    /// <exception cref="DefinitionException">Something did not arrive; the message lists all of it with the job that makes it.</exception>
    public static EarlierJobs Take(AbsolutePath root, IEnumerable<string> jobs, TargetGraph graph)
    {
        var earlier = None;
        var problems = new List<string>();
        foreach (var job in jobs)
        {
            var folders = JobFolder.All(root, job);
            problems.AddRange(Missing(job, folders));
            var records = folders.Where(folder => File.Exists(folder / JobFolder.Record)).Select(folder => Read(root, job, folder, problems)).OfType<JobRecord>().ToList();
            problems.AddRange(records.SelectMany(record => record.Targets).Where(target => target is { Produces: true, Reason: null })
                .GroupBy(target => target.Name, StringComparer.Ordinal).Where(runs => runs.All(run => run.Files.IsEmpty))
                .Select(runs => $"--after {job}: target '{runs.Key}' produced no file in job '{job}'. Let its Produces(...) name what it writes."));
            earlier = earlier.With(job, records.SelectMany(record => record.Targets).Where(target => graph.Has(target.Name)).ToList());
        }
        return problems.Count == 0 ? earlier : throw new DefinitionException(string.Join('\n', problems.Distinct(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Missing(string job, IReadOnlyList<AbsolutePath> folders)
    {
        if (folders.Count == 0)
        {
            yield return $"--after {job}: job '{job}' left nothing here: there is no output/jobs/{job}. On a CI server its artifact has to reach this job; here run its command, which ends with --job {job}, first.";
        }
        foreach (var folder in folders.Where(folder => !File.Exists(folder / JobFolder.Record)))
        {
            yield return $"--after {job}: output/jobs/{folder.Name} has no {JobFolder.Record}, so job '{job}' did not come to its end, or its artifact is not whole.";
        }
        var shares = folders.Select(folder => JobFolder.Share(folder.Name)).OfType<(int Index, int Total)>().ToList();
        var absent = shares.Count == 0 ? [] : Enumerable.Range(1, shares[0].Total).Except(shares.Select(share => share.Index)).ToList();
        if (absent.Count > 0)
        {
            yield return $"--after {job}: of the {shares[0].Total} shards of job '{job}', number {string.Join(", ", absent)} left nothing here.";
        }
    }

    private EarlierJobs With(string job, List<JobRecord.Target> done) => new(
        With(Reasons, done.Select(target => KeyValuePair.Create(target.Name, target.Reason is null ? $"done by job '{job}'" : $"job '{job}': {target.Reason}"))),
        With(Results, done.Where(target => target.Result is not null).Select(target => KeyValuePair.Create(target.Name, target.Result!.Value.GetRawText()))));

    private static ImmutableDictionary<string, string> With(IReadOnlyDictionary<string, string> known, IEnumerable<KeyValuePair<string, string>> more) =>
        known.ToImmutableDictionary(StringComparer.Ordinal).SetItems(more);

    private static JobRecord? Read(AbsolutePath root, string job, AbsolutePath folder, List<string> problems)
    {
        try
        {
            var record = JobRecord.Read(folder / JobFolder.Record);
            if (!record.Succeeded)
            {
                problems.Add($"--after {job}: job '{job}' failed, so nothing can be done after it. Mend it and run it again.");
            }
            Unpack(root, folder);
            problems.AddRange(record.Targets.SelectMany(target => Lost(root, job, target)));
            return record;
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            problems.Add($"--after {job}: what job '{job}' left in output/jobs/{folder.Name} cannot be read: {exception.Message}");
            return null;
        }
    }

    // Never over the edge of the root, whoever packed it.
    private static void Unpack(AbsolutePath root, AbsolutePath folder)
    {
        if (File.Exists(folder / JobFolder.Files))
        {
            TarFile.ExtractToDirectory(folder / JobFolder.Files, root, overwriteFiles: true);
        }
    }

    private static IEnumerable<string> Lost(AbsolutePath root, string job, JobRecord.Target target)
    {
        if (target.IsWithheld)
        {
            yield return $"--after {job}: the result of '{target.Name}' holds a secret, so job '{job}' keeps it to itself. Leave the secret out of it.";
        }
        foreach (var (path, hash) in target.Files)
        {
            if (!File.Exists(root / path))
            {
                yield return $"--after {job}: '{path}', which '{target.Name}' produces in job '{job}', is not here. Let the artifact of '{job}' be whole.";
            }
            else if (Hash(root / path) != hash)
            {
                yield return $"--after {job}: '{path}' is not what '{target.Name}' produced in job '{job}': its content changed on the way.";
            }
        }
    }

    internal static string Hash(AbsolutePath file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
