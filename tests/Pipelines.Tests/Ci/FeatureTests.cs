using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Ci;

[TestFixture]
public sealed class FeatureTests
{
    private static ImmutableArray<Feature> All => Features.All;

    [TestCaseSource(nameof(All))]
    public void Each_feature_is_written_for_both_systems_or_refused_with_a_reason(object row)
    {
        var feature = (Feature)row;

        var drawing = Drawn.Of(feature.Workflows, feature.Systems);
        var both = feature.Systems == CiSystem.All ? drawing : Drawn.Of(feature.Workflows);

        drawing.Findings.ShouldAllBe(finding => !finding.IsError);
        both.Succeeded.ShouldBe(feature.Systems == CiSystem.All);
        Snapshot.Match(Drawn.Text(drawing) + (ReferenceEquals(both, drawing) ? "" : $"\n======== for both systems\n{string.Join('\n', both.Findings.Where(finding => finding.IsError))}"), feature.Name.Replace(' ', '-'));
    }

    [Test]
    public void GitLab_gets_a_file_for_each_workflow_where_that_is_asked_for()
    {
        var drawing = Drawn.Of<ShopBuild>(build => new(
            [Workflows.Scheduled("Nightly", "17 3 * * 1-5", build.IntegrationTest), new Workflow("Checks") { Triggers = [new Trigger.Push("main")] }.Runs(build.UnitTest)],
            CiSystem.GitLab)
        {
            GitLabFiles = GitLabFiles.PerWorkflow,
        });

        drawing.Succeeded.ShouldBeTrue();
        Snapshot.Match(Drawn.Text(drawing));
    }

    [Test]
    public void The_table_of_the_documentation_has_a_row_for_each_feature()
    {
        var rows = File.ReadLines(Repository.Root / "docs/ci.md").SkipWhile(line => line != "## Features").TakeWhile(line => line != "## What is told").Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim()).Where(name => name is not ("feature" or "---"));

        rows.ShouldBe(Features.All.Select(feature => feature.Name));
    }
}
