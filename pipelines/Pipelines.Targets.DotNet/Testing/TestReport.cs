using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Tells people what tests found.</summary>
internal static class TestReport
{
    /// <summary>Every failure, every reason for a skip, and the figures.</summary>
    public static void Tell(TestFindings findings, ITargetRun run)
    {
        foreach (var test in findings.Tests.Cases.Where(test => test.Outcome == TestOutcome.Failed))
        {
            Log.Error("failed: {Test}\n{Reason}", test.Name, string.Join('\n', [test.Message, .. test.Frames]));
        }

        foreach (var skipped in findings.Tests.Cases.Where(test => test.Outcome == TestOutcome.Skipped).GroupBy(test => test.Message, StringComparer.Ordinal))
        {
            var reason = skipped.Key.Length == 0 ? "no reason given" : skipped.Key;
            Log.Warning("skipped: {Reason} ({Tests})", reason, skipped.Count() == 1 ? skipped.First().Name : $"{skipped.Count()} tests such as {skipped.First().Name}");
        }

        run.Summary("Tests", Figures(findings.Tests));
        if (findings.Coverage.Ratio is not null)
        {
            run.Summary("Coverage", findings.Coverage.ToString());
        }
    }

    /// <summary>The sum over all kinds, as the last word.</summary>
    public static void TellSum(TestResults tests, ITargetRun run)
    {
        Log.Information("{Passed} passed, {Failed} failed, {Skipped} skipped", tests.Passed, tests.Failed, tests.Skipped);
        run.Summary("Tests", tests.ToString());
    }

    /// <summary>All results below a folder.</summary>
    public static async Task<TestResults> ReadAllAsync(AbsolutePath folder, CancellationToken cancellationToken)
    {
        var results = TestResults.None;
        foreach (var report in folder.GlobFiles("**/*.trx"))
        {
            results += TrxReport.Read(await XmlFile.LoadAsync(report, cancellationToken));
        }

        return results;
    }

    private static string Figures(TestResults tests) => string.Join(", ",
    [
        $"{tests.Passed} passed",
        .. tests.Failed > 0 ? [$"{tests.Failed} failed"] : Array.Empty<string>(),
        .. tests.Skipped > 0 ? [$"{tests.Skipped} skipped"] : Array.Empty<string>(),
    ]);
}
