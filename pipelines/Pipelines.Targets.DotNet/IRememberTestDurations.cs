using System.Collections.Frozen;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Targets.DotNet.Testing.Sharding;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>Balances the shards of the tests.</summary>
public interface IRememberTestDurations : IRunTests
{
    /// <summary>Writes how long the tests took whose results are there, of all shards if they were brought together. Classes without results keep what is known of them.</summary>
    Target RememberTestDurations => _ => _
        .Description("Writes .nuke/test-durations.tsv from the results of the last tests, so that shards take equally long; commit it")
        .Executes(async (run, cancellationToken) =>
        {
            var known = TestDurationsFile.FileExists() ? TestDurations.Parse(await TestDurationsFile.ReadAllTextAsync(cancellationToken)) : TestDurations.None;
            var seen = await TestReport.DurationsAsync(TestResultsDirectory, cancellationToken);
            if (seen.Count == 0)
            {
                throw new TargetFailedException($"There are no results of tests in {TestResultsDirectory.RelativeTo(RootDirectory)}. Run the tests first.");
            }

            var all = known.ByClass.Where(pair => !seen.ContainsKey(pair.Key)).Concat(seen).ToFrozenDictionary(StringComparer.Ordinal);
            await TestDurationsFile.WriteAllTextAsync(new TestDurations(all).ToString(), cancellationToken);
            run.Summary("Classes", $"{all.Count}");
            Log.Information("Wrote {File}", TestDurationsFile.RelativeTo(RootDirectory));
        });
}
