using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Architecture;

/// <summary>The rules hold only if the reader sees: each fixture breaks one in its own way.</summary>
[TestFixture]
public sealed class RoomsTests
{
    private const string Pure = "Pipelines.Tests.Architecture.Fixtures.Pure";
    private const string Acting = "Pipelines.Tests.Architecture.Fixtures.Acting";
    private const string Words = "Pipelines.Tests.Architecture.Fixtures.Words";

    [TestCase("ReadsInALambda uses System.IO.File.ReadAllText")]
    [TestCase("ReadsInAnIterator uses System.IO.File.Exists")]
    [TestCase("AwaitsInside uses System.Threading.Tasks.Task.get_CompletedTask")]
    [TestCase("KeepsAClock uses System.TimeProvider")]
    [TestCase("CatchesFromTheNetwork uses System.Net.Sockets.SocketException")]
    [TestCase("AsksItsSurroundings uses System.Environment.GetEnvironmentVariable")]
    public void An_impure_use_is_seen_wherever_it_hides(string violation)
    {
        var rule = new Rule(Pure) { Assembly = "", MayUse = [Words, Acting], MustNotTouch = Platform.Impure };

        var violations = rule.Violations(typeof(RoomsTests).Assembly);

        violations.ShouldContain(found => found == $"{Pure}.{violation}", string.Join('\n', violations));
    }

    [TestCase("NamesItAsAGenericArgument")]
    [TestCase("NamesItInAField")]
    [TestCase("DerivesFromIt")]
    [TestCase("CallsItInAnAsyncMethod")]
    [TestCase("TakesItAsALocal")]
    public void A_use_of_another_room_is_seen_wherever_it_hides(string user)
    {
        var rule = new Rule(Pure) { Assembly = "", MayUse = [Words] };

        var violations = rule.Violations(typeof(RoomsTests).Assembly);

        violations.ShouldContain(violation => violation.StartsWith($"{Pure}.{user} uses {Acting}.", StringComparison.Ordinal));
    }

    [Test]
    public void What_the_rule_allows_is_no_violation()
    {
        var rule = new Rule(Pure) { Assembly = "", MayUse = [Words, Acting] };

        var violations = rule.Violations(typeof(RoomsTests).Assembly);

        violations.ShouldBeEmpty();
    }

    [Test]
    public void An_iterator_that_only_counts_is_pure()
    {
        var rule = new Rule(Words) { Assembly = "", MustNotTouch = Platform.Impure };

        var violations = rule.Violations(typeof(RoomsTests).Assembly);

        violations.ShouldBeEmpty();
    }

    [TestCase("Pipelines.Graph.*", "Pipelines.Graph", true)]
    [TestCase("Pipelines.Graph.*", "Pipelines.Graph.Names", true)]
    [TestCase("Pipelines.Graph.*", "Pipelines.Graphics", false)]
    [TestCase("Pipelines", "Pipelines.Graph", false)]
    [TestCase("Pipelines", null, false)]
    public void A_room_covers_its_namespace_and_with_a_star_those_below(string room, string? space, bool expected)
    {
        var covers = Rooms.Covers(room, space);

        covers.ShouldBe(expected);
    }
}
