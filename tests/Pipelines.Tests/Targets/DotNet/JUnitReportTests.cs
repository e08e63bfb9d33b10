using System.Globalization;
using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class JUnitReportTests
{
    [TestCase("mixed", TrxTexts.Mixed)]
    [TestCase("crashed", TrxTexts.Crashed)]
    [TestCase("empty", TrxTexts.Empty)]
    public void A_report_says_what_the_runner_said(string name, string trx)
    {
        var results = TrxReport.Read(XDocument.Parse(trx));

        Snapshot.Match(JUnitReport.Of("Shop.Tests", results).ToString(), name);
    }

    [Test]
    public void The_figures_are_those_of_the_tests()
    {
        var results = TrxReport.Read(XDocument.Parse(TrxTexts.Mixed));

        var suite = JUnitReport.Of("Shop.Tests", results).Root!.Element("testsuite")!;

        int.Parse(suite.Attribute("tests")!.Value, CultureInfo.InvariantCulture).ShouldBe(suite.Elements("testcase").Count());
        int.Parse(suite.Attribute("failures")!.Value, CultureInfo.InvariantCulture).ShouldBe(suite.Descendants("failure").Count());
        int.Parse(suite.Attribute("skipped")!.Value, CultureInfo.InvariantCulture).ShouldBe(suite.Descendants("skipped").Count());
        int.Parse(suite.Attribute("errors")!.Value, CultureInfo.InvariantCulture).ShouldBe(suite.Descendants("error").Count());
    }
}
