using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Targets.DotNet.Testing;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class TrxReportTests
{
    [Test]
    public void Every_test_has_its_class_its_outcome_and_its_reason()
    {
        var results = TrxReport.Read(XDocument.Parse(TrxTexts.Mixed));

        results.ToString().ShouldBe("1 passed, 2 failed, 1 skipped");
        results.Cases[0].ShouldBe(new("Probe.T.Skips", TestOutcome.Skipped, "needs docker, install with apt-get install docker.io", "")
        {
            ClassName = "Probe.T",
            Duration = TimeSpan.FromMicroseconds(663),
            Output = "needs docker, install with apt-get install docker.io",
        });
        results.Cases[1].ShouldBe(new("Probe.T.Passes", TestOutcome.Passed, "", "") { ClassName = "Probe.T", Duration = TimeSpan.FromMicroseconds(299), Output = "hello" });
        results.Cases[2].Name.ShouldBe("""Probe.T.Case("a \"b\" <c>")""");
        results.Cases[2].Message.ShouldStartWith("Assert.That(x, Is.EqualTo(\"z\"))\n  Expected string length 1 but was 9.");
        results.Cases[2].StackTrace.ShouldBe("at Probe.T.Case(String x) in /_/T.cs:line 7");
        results.Cases[3].Name.ShouldBe("Probe.Broken.One");
    }

    [Test]
    public void What_a_test_notes_for_people_is_found_in_what_it_wrote()
    {
        new TestCase("A.B", TestOutcome.Passed, "", "") { Output = "starting\nnote: PostgreSQL 15.18\n  note: Redis 7.0.15" }.Notes.ShouldBe(["PostgreSQL 15.18", "Redis 7.0.15"]);
    }

    [Test]
    public void The_place_of_a_failure_is_told_without_the_runtime_and_the_framework()
    {
        const string StackTrace =
            """
            at System.Diagnostics.Throw()
               at Probe.T.Case(String x) in /_/T.cs:line 7
               at NUnit.Framework.Internal.ContextUtils.DoIsolated(ContextCallback callback, Object state)

            1)    at Probe.T.Case(String x) in /_/T.cs:line 7
            """;

        new TestCase("A.B", TestOutcome.Failed, "", StackTrace).Frames.ShouldBe(["at Probe.T.Case(String x) in /_/T.cs:line 7"]);
    }

    [Test]
    public void Failed_tests_are_the_problem_each_by_name()
    {
        var problem = TrxReport.Read(XDocument.Parse(TrxTexts.Mixed)).Problem("Unit tests");

        problem.ShouldBe(
            """
            Unit tests: 1 passed, 2 failed, 1 skipped.
              failed: Probe.T.Case("a \"b\" <c>")
              failed: Probe.Broken.One
            """);
    }

    [Test]
    public void A_crashed_test_host_is_a_problem_although_no_test_failed()
    {
        var results = TrxReport.Read(XDocument.Parse(TrxTexts.Crashed));

        results.Failed.ShouldBe(0);
        results.Problem("Unit tests").ShouldBe(
            "Unit tests: the run did not end well, 1 passed, 0 failed, 0 skipped. The active test run was aborted. Reason: Test host process crashed : Process terminated.\ndead");
    }

    [Test]
    public void A_filter_that_matches_nothing_proves_nothing()
    {
        var results = TrxReport.Read(XDocument.Parse(TrxTexts.Empty));

        results.Completed.ShouldBeTrue();
        results.Problem("Unit tests").ShouldBe("Unit tests: not a single test was found. Write one, or leave this kind out: a build that is IUnitTest, IIntegrationTest or IEndToEndTest in place of ITest has only that kind.");
    }

    [Test]
    public void Tests_that_were_all_skipped_prove_nothing()
    {
        var results = new TestResults([new("A.B", TestOutcome.Skipped, "needs docker", "")], [], Completed: true);

        results.Problem("End-to-end tests").ShouldBe("End-to-end tests: all 1 tests were skipped, so nothing was tested. A.B: needs docker");
    }

    [Test]
    public void Projects_add_up_and_one_without_matching_tests_does_no_harm()
    {
        var some = new TestResults([new("A.B", TestOutcome.Passed, "", ""), new("A.C", TestOutcome.Skipped, "needs docker", "")], [], Completed: true);

        var all = TestResults.None + some + TrxReport.Read(XDocument.Parse(TrxTexts.Empty));

        all.ToString().ShouldBe("1 passed, 0 failed, 1 skipped");
        all.Problem("Unit tests").ShouldBeNull();
    }
}
