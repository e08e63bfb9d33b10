using System.Globalization;
using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Reads the report that <c>dotnet test --logger trx</c> writes.</summary>
internal static class TrxReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The tests of a report. Its counters are not asked: a crashed run has zeros there.</summary>
    public static TestResults Read(XDocument report)
    {
        var classes = report.Descendants(Trx + "UnitTest").ToLookup(
            test => Attribute(test, "id"), test => Attribute(test.Element(Trx + "TestMethod"), "className"), StringComparer.Ordinal);
        var summary = report.Root?.Element(Trx + "ResultSummary");
        return new(
            [.. report.Descendants(Trx + "UnitTestResult").Select(result => Case(result, classes[Attribute(result, "testId")].FirstOrDefault("")))],
            [.. Errors(summary)],
            Attribute(summary, "outcome") is "Completed" or "Passed" or "Warning");
    }

    private static TestCase Case(XElement result, string className)
    {
        var name = Attribute(result, "testName");
        var outcome = Attribute(result, "outcome") switch
        {
            "Passed" or "Warning" => TestOutcome.Passed,
            "NotExecuted" or "Inconclusive" or "NotRunnable" or "Pending" => TestOutcome.Skipped,
            _ => TestOutcome.Failed,
        };
        var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
        return new(
            className.Length == 0 || name.StartsWith($"{className}.", StringComparison.Ordinal) ? name : $"{className}.{name}",
            outcome,
            Text(error, "Message"),
            Text(error, "StackTrace"))
        {
            ClassName = className,
            Duration = TimeSpan.TryParse(Attribute(result, "duration"), CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero,
            Output = Text(result.Element(Trx + "Output"), "StdOut"),
        };
    }

    private static IEnumerable<string> Errors(XElement? summary) =>
        from info in summary?.Descendants(Trx + "RunInfo") ?? []
        where Attribute(info, "outcome") is "Error" or "Failed"
        select Text(info, "Text");

    private static string Attribute(XElement? element, string name) => element?.Attribute(name)?.Value ?? "";

    private static string Text(XElement? element, string name) => element?.Element(Trx + name)?.Value.Trim() ?? "";
}
