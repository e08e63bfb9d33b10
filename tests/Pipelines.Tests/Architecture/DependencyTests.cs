using System.Reflection;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Architecture;

[TestFixture]
public sealed class DependencyTests
{
    [TestCaseSource(typeof(DependencyRules), nameof(DependencyRules.All))]
    public void A_room_uses_only_what_the_table_allows(object row)
    {
        var rule = (Rule)row;

        var violations = rule.Violations(Assembly.Load(rule.Assembly));

        violations.ShouldBeEmpty($"{rule}\n{string.Join('\n', violations)}");
    }

    [Test]
    public void Every_room_of_the_table_exists_unless_it_is_marked_as_not_built()
    {
        var missing = DependencyRules.All.Where(rule => Rooms.Types(Assembly.Load(rule.Assembly), rule.Room).IsEmpty).Select(rule => rule.Room);

        missing.ShouldBe(DependencyRules.NotBuiltYet, ignoreOrder: true);
    }

    [TestCase("Pipelines")]
    [TestCase("Pipelines.Delivery")]
    [TestCase("Pipelines.Forges")]
    public void Every_type_stands_in_a_room_of_the_table_or_in_a_composition_root(string assembly)
    {
        string[] roots = ["Pipelines.Cli.*", "Pipelines.Delivery"];
        var rooms = DependencyRules.All.Select(rule => rule.Room).Concat(roots).ToList();

        var strangers = Assembly.Load(assembly).GetTypes()
            .Where(type => Rooms.Covers("Pipelines.*", type.Namespace) && !rooms.Exists(room => Rooms.Covers(room, type.Namespace)));

        strangers.ShouldBeEmpty();
    }

    [TestCase("Pipelines", "Pipelines.Tools.ProcessRunner")]
    [TestCase("Pipelines.Delivery", null)]
    [TestCase("Pipelines.Forges", null)]
    [TestCase("Pipelines.Targets.DotNet", null)]
    [TestCase("Pipelines.Targets.Delivery", null)]
    [TestCase("Pipelines.Nuke", null)]
    [TestCase("Build", null)]
    public void Processes_are_started_in_one_place(string assembly, string? place)
    {
        var starters = Starters(assembly);

        starters.Where(starter => starter != place).ShouldBeEmpty();
    }

    [Test]
    public void The_agent_has_one_place_of_its_own_for_processes()
    {
        var starters = Starters("Pipelines.Agent");

        starters.Count.ShouldBeLessThanOrEqualTo(1, string.Join(", ", starters));
    }

    private static List<string> Starters(string assembly) =>
    [
        .. Rooms.Uses(Assembly.Load(assembly).GetTypes())
            .Where(use => Platform.Processes.Contains(use.Used.FullName!, StringComparer.Ordinal))
            .Select(use => Use.Written(use.By).FullName!)
            .Distinct(StringComparer.Ordinal),
    ];
}
