using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Ci.GitLab;
using Pipelines.Targets.DotNet.Coverage;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Ci;

[TestFixture]
public sealed class CoverageTests
{
    private const string Report =
        """
        <coverage><packages><package><classes><class filename="Shop.cs"><lines><line number="1" hits="1" /><line number="2" hits="0" /><line number="3" hits="7" /></lines></class></classes></package></packages></coverage>
        """;

    [Test]
    public void GitLab_reads_the_coverage_that_test_targets_tell()
    {
        var run = new Figures();

        TestReport.Tell(new TestFindings(TestResults.None, LineCoverage.Read(XDocument.Parse(Report))), run);

        Read($"UnitTest succeeded in 1.2 s: {string.Join(", ", run.All.Select(figure => $"{figure.Key}: {figure.Value}"))}").ShouldBe(["66.7"]);
    }

    [Test]
    public void GitLab_reads_the_coverage_in_a_whole_log_and_nothing_else()
    {
        var log = File.ReadAllText(Repository.Root / "tests/Pipelines.Tests/Hosts/HostTests.GitLab_gets_sections.verified.txt");

        Read(log).ShouldBe(["91", "91"]);
    }

    private static IEnumerable<string> Read(string log) =>
        Regex.Matches(log, GitLabLowering.CoveragePattern.Trim('/'), RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
}
