using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Graph;
using Pipelines.Planning;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Planning;

[TestFixture]
public sealed class PlannerTests
{
    [Test]
    public void Independent_targets_come_as_they_are_declared_and_each_after_what_it_waits_for()
    {
        var graph = Graph(new("D"), new("C") { Dependencies = ["D"] }, new("B"), new("A") { Dependencies = ["C", "B"] });

        Names(graph, "A").ShouldBe(["D", "C", "B", "A"]);
    }

    [Test]
    public void Words_of_order_schedule_nothing()
    {
        var graph = Graph(new("Push") { After = ["Test"] }, new("Test"));

        Names(graph, "Push").ShouldBe(["Push"]);
        Names(graph, "Push", "Test").ShouldBe(["Test", "Push"]);
    }

    [Test]
    public void Triggers_schedule_to_their_end_with_what_the_triggered_need()
    {
        var graph = Graph(
            new("Deploy") { Triggers = ["Verify"] },
            new("Verify") { TriggeredBy = ["Deploy"], Triggers = ["Report"], Dependencies = ["Tool"] },
            new("Report") { TriggeredBy = ["Verify"] },
            new("Tool"));

        Names(graph, "Deploy").ShouldBe(["Deploy", "Tool", "Verify", "Report"]);
    }

    [Test]
    public void A_circle_is_shown_with_its_path()
    {
        var graph = Graph(new("A") { Dependencies = ["B"] }, new("B") { After = ["C"] }, new("C") { Dependencies = ["A"] });

        var wrong = Should.Throw<DefinitionException>(() => Names(graph, "A", "C"));

        wrong.Message.ShouldBe("Targets wait for each other: A -> B -> C -> A. Remove one of these dependencies.");
    }

    [Test]
    public void A_circle_elsewhere_does_not_matter()
    {
        var graph = Graph(new("A") { Dependencies = ["B"] }, new("B") { Dependencies = ["A"] }, new("C"));

        Names(graph, "C").ShouldBe(["C"]);
    }

    [TestCase(DependencyBehavior.Skip, "needed only by skipped targets")]
    [TestCase(DependencyBehavior.Execute, null)]
    public void A_skipped_target_takes_what_only_it_needs_along_unless_told_otherwise(DependencyBehavior behavior, string? reason)
    {
        var graph = Graph(
            new("Setup"),
            new("Sign") { Dependencies = ["Setup"], StaticConditions = [new(() => false, "HasKey")], WhenSkipped = behavior },
            new("Pack") { Dependencies = ["Sign"] });

        var plan = Planner.Plan(graph, new(["Pack"]));

        plan.Targets.Select(target => target.SkipReason).ShouldBe([reason, "only when HasKey", null]);
    }

    [Test]
    public void Skip_without_names_leaves_the_invoked_targets_alone()
    {
        var graph = Graph(new("Restore"), new("Compile") { Dependencies = ["Restore"] }, new("Test") { Dependencies = ["Compile"] });

        var plan = Planner.Plan(graph, new(["Test"]) { Skip = [] });

        plan.Targets.Select(target => target.SkipReason).ShouldBe(["--skip", "--skip", null]);
    }

    [Test]
    public void Any_plan_keeps_every_edge_and_is_the_same_each_time()
    {
        var graphs = from size in Gen.Choose(1, 30)
                     from edges in Gen.ListOf(Gen.Choose(0, size * size))
                     select Graph([.. Enumerable.Range(0, size).Select(number => new TargetNode($"T{number}")
                     {
                         Dependencies = [.. edges.Where(edge => edge / size == number && edge % size < number).Select(edge => $"T{edge % size}").Distinct(StringComparer.Ordinal)],
                     })]);

        Prop.ForAll(graphs.ToArbitrary(), graph =>
        {
            var names = Names(graph, graph.Targets[^1].Name);
            var again = Names(graph, graph.Targets[^1].Name);
            return names.SequenceEqual(again) && names.All(name => graph[name].Dependencies.All(before => names.IndexOf(before) < names.IndexOf(name)));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void The_plan_reads_well()
    {
        Snapshot.Match(PlanText.Write(Example(), Details()));
    }

    [Test]
    public void The_plan_can_be_read_by_programs()
    {
        Snapshot.Match(PlanJson.Write(Example(), Details()));
    }

    private static PlanDetails Details() =>
        new(ImmutableDictionary<string, IReadOnlyList<string>>.Empty.Add("Deploy", ["staging: rolling, 2 instances", "production: canary 5 %, 20 %, 50 %, 100 %"]));

    private static ExecutionPlan Example() => Planner.Plan(
        Graph(
            new("Restore") { Description = "Restores packages" },
            new("Lint") { Dependencies = ["Restore"], StaticConditions = [new(() => false, "IsServerBuild")] },
            new("Compile") { Description = "Compiles the solution", Dependencies = ["Restore"] },
            new("Deploy") { Description = "Brings a \"release\" to its stages", Dependencies = ["Compile"], After = ["Lint"], Triggers = ["Report"] },
            new("Report") { TriggeredBy = ["Deploy"] }),
        new(["Lint", "Deploy"]));

    private static TargetGraph Graph(params TargetNode[] targets) => new([.. targets], _ => null);

    private static ImmutableArray<string> Names(TargetGraph graph, params string[] invoked) =>
        [.. Planner.Plan(graph, new([.. invoked])).Targets.Select(target => target.Name)];
}
