using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Targets.DotNet.Coverage;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class LineCoverageTests
{
    [Test]
    public void A_line_that_either_report_saw_running_counts_once()
    {
        var unit = LineCoverage.Read(Report("Sample/Shop.cs", (1, 3), (2, 0), (3, 0)));
        var integration = LineCoverage.Read(Report("Sample/Shop.cs", (2, 1), (3, 0), (4, 0)));

        var both = unit + integration;

        both.ToString().ShouldBe("50.0 % of 4 lines");
        (integration + unit).Ratio.ShouldBe(both.Ratio);
    }

    [Test]
    public void Types_that_share_a_line_are_joined()
    {
        var report = Report("Sample/Shop.cs", (1, 0), (1, 2));

        LineCoverage.Read(report).Ratio.ShouldBe(1);
    }

    [Test]
    public void Without_lines_there_is_no_ratio()
    {
        LineCoverage.None.Ratio.ShouldBeNull();
        LineCoverage.None.ToString().ShouldBe("no lines");
    }

    private static XDocument Report(string file, params (int Line, int Hits)[] lines) => new(
        new XElement("coverage", new XElement("sources", new XElement("source", "/_/src/")), new XElement("packages", new XElement("package", new XElement("classes", lines.Select(line =>
            new XElement("class", new XAttribute("filename", file), new XElement("methods"), new XElement("lines",
                new XElement("line", new XAttribute("number", line.Line), new XAttribute("hits", line.Hits))))))))));
}
