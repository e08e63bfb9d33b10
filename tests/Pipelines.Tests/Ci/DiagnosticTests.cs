using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Ci;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Ci;

[TestFixture]
public sealed class DiagnosticTests
{
    private static ImmutableArray<Mistake> All => Mistakes.All;

    [TestCaseSource(nameof(All))]
    public void Each_mistake_is_told_with_its_number_its_place_and_the_way_out(object row)
    {
        var mistake = (Mistake)row;

        var drawing = Drawn.Of(mistake.Workflows, mistake.Systems);

        var found = drawing.Findings.Where(finding => finding.Id == mistake.Id).ToList();
        found.ShouldContain(finding => finding.Subject.Contains(mistake.Subject, StringComparison.Ordinal) && finding.Message.Contains(mistake.Message, StringComparison.Ordinal), $"{mistake.Message}\n{string.Join('\n', drawing.Findings)}");
        drawing.Files.IsEmpty.ShouldBe(drawing.Findings.Any(finding => finding.IsError));
    }

    [Test]
    public void Every_rule_has_a_mistake_that_it_finds()
    {
        var tested = Mistakes.All.Select(mistake => mistake.Id).Distinct(StringComparer.Ordinal);

        tested.Order(StringComparer.Ordinal).ShouldBe(CiRule.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Test]
    public void What_is_accepted_with_a_reason_is_let_pass()
    {
        var drawing = Drawn.Of(build => [new Workflow("Checks")
        {
            Triggers = [new Trigger.PullRequest("main")],
            Accepts = ImmutableSortedDictionary<string, string>.Empty.Add("CI014", "nobody forks a private repository"),
        }.With(new Job("smoke") { Runner = Runners.SelfHosted("linux") }.Runs(build.Smoke))]);

        drawing.Succeeded.ShouldBeTrue();
    }

    [Test]
    public void The_table_of_the_documentation_has_a_row_for_each_rule()
    {
        var rows = File.ReadLines(Repository.Root / "docs/ci.md").Where(line => line.StartsWith("| CI", StringComparison.Ordinal));

        rows.ShouldBe(CiRule.All.Select(rule => $"| {rule.Id} | {(rule.IsError ? "error" : "note")} | {rule.Title} |"));
    }
}
