using Pipelines.Targets.DotNet.Coverage;
using Pipelines.Targets.DotNet.Testing.Sharding;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Tells people what tests found.</summary>
internal static class TestReport
{
    private const string Skipped = "skipped: ";

    /// <summary>Every failure, every reason for a skip, what tests note for people, and the figures.</summary>
    public static void Tell(TestFindings findings, ITargetRun run)
    {
        foreach (var test in findings.Tests.Cases.Where(test => test.Outcome == TestOutcome.Failed))
        {
            Log.Error("failed: {Test}\n{Reason}", test.Name, string.Join('\n', [test.Message, .. test.Frames]));
        }

        foreach (var skipped in findings.Tests.Cases.Where(test => test.Outcome == TestOutcome.Skipped).GroupBy(test => test.Message, StringComparer.Ordinal))
        {
            // Tests that say the word themselves are not told twice.
            var reason = skipped.Key.StartsWith(Skipped, StringComparison.Ordinal) ? skipped.Key[Skipped.Length..] : skipped.Key;
            Log.Warning("skipped: {Reason} ({Tests})", reason.Length == 0 ? "no reason given" : reason, skipped.Count() == 1 ? skipped.First().Name : $"{skipped.Count()} tests such as {skipped.First().Name}");
        }

        foreach (var note in findings.Tests.Cases.SelectMany(test => test.Notes).Distinct(StringComparer.Ordinal))
        {
            Log.Information("{Note}", note);
        }

        run.Summary("Tests", Figures(findings.Tests));
        TellCoverage(findings.Coverage, run);
    }

    public static TestSum Sum(TestFindings findings) =>
        new(findings.Tests.Passed, findings.Tests.Failed, findings.Tests.Skipped, findings.Coverage.Ratio is null ? null : findings.Coverage.ToString());

    /// <summary>The sum over all kinds, as the last word.</summary>
    public static void Tell(TestSum sum, ITargetRun run)
    {
        if (sum.Coverage is { } coverage)
        {
            run.Summary("Coverage", coverage);
        }

        run.Summary("Tests", sum.ToString());
        Log.Information("{Tests}", sum);
    }

    /// <summary>All results and coverage below a folder.</summary>
    public static async Task<TestFindings> ReadAllAsync(AbsolutePath folder, CancellationToken cancellationToken)
    {
        var findings = TestFindings.None;
        foreach (var report in folder.GlobFiles("**/*.trx"))
        {
            findings += new TestFindings(TrxReport.Read(await XmlFile.LoadAsync(report, cancellationToken)), LineCoverage.None);
        }

        foreach (var report in folder.GlobFiles("**/*.cobertura.xml"))
        {
            findings += new TestFindings(TestResults.None, LineCoverage.Read(await XmlFile.LoadAsync(report, cancellationToken)));
        }

        return findings;
    }

    /// <summary>How long the tests of each class below a folder took, by <c>project/class</c>.</summary>
    public static async Task<IReadOnlyDictionary<string, TimeSpan>> DurationsAsync(AbsolutePath folder, CancellationToken cancellationToken)
    {
        var durations = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var report in folder.GlobFiles("**/*.trx"))
        {
            foreach (var test in TrxReport.Read(await XmlFile.LoadAsync(report, cancellationToken)).Cases)
            {
                var key = $"{ProjectOf(report)}/{TestName.Class($"{test.ClassName}.")}";
                durations[key] = durations.GetValueOrDefault(key) + test.Duration;
            }
        }

        return durations;
    }

    // A report is named by its project, and by its shard.
    private static string ProjectOf(AbsolutePath report)
    {
        var name = Path.GetFileNameWithoutExtension(report.Name);
        var shard = $".{report.Parent!.Name}";
        return name.EndsWith(shard, StringComparison.Ordinal) ? name[..^shard.Length] : name;
    }

    private static void TellCoverage(LineCoverage coverage, ITargetRun run)
    {
        if (coverage.Ratio is not null)
        {
            run.Summary("Coverage", coverage.ToString());
        }
    }

    private static string Figures(TestResults tests) => string.Join(", ",
    [
        $"{tests.Passed} passed",
        .. tests.Failed > 0 ? [$"{tests.Failed} failed"] : Array.Empty<string>(),
        .. tests.Skipped > 0 ? [$"{tests.Skipped} skipped"] : Array.Empty<string>(),
    ]);
}
