using System.Globalization;
using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Says what tests found in JUnit's format, which CI systems show beside a change.</summary>
internal static class JUnitReport
{
    /// <summary>The report of a project. A run that did not end well has an error of its own, so that nobody takes the tests before it for all.</summary>
    public static XDocument Of(string project, TestResults results)
    {
        var errors = results.Completed ? [] : results.RunErrors.DefaultIfEmpty("The run did not end well.").Select(error => Error(project, error)).ToList();
        XElement[] cases = [.. results.Cases.Select(Case), .. errors];
        object[] counts =
        [
            new XAttribute("tests", cases.Length), new XAttribute("failures", results.Failed), new XAttribute("errors", errors.Count), new XAttribute("skipped", results.Skipped),
            new XAttribute("time", Seconds(results.Cases.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Duration))),
        ];
        return new(new XElement("testsuites", counts, new XElement("testsuite", new XAttribute("name", project), counts, cases)));
    }

    private static XElement Case(TestCase test) => new(
        "testcase",
        new XAttribute("classname", test.ClassName),
        new XAttribute("name", test.ClassName.Length > 0 && test.Name.StartsWith($"{test.ClassName}.", StringComparison.Ordinal) ? test.Name[(test.ClassName.Length + 1)..] : test.Name),
        new XAttribute("time", Seconds(test.Duration)),
        test.Outcome switch
        {
            TestOutcome.Failed => new XElement("failure", new XAttribute("message", FirstLine(test.Message)), $"{test.Message}\n{test.StackTrace}"),
            TestOutcome.Skipped => new XElement("skipped", new XAttribute("message", FirstLine(test.Message))),
            _ => null,
        },
        test.Output.Length == 0 ? null : new XElement("system-out", test.Output));

    private static XElement Error(string project, string error) => new(
        "testcase", new XAttribute("classname", project), new XAttribute("name", "The run of the tests"), new XAttribute("time", Seconds(TimeSpan.Zero)),
        new XElement("error", new XAttribute("message", FirstLine(error)), error));

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
}
