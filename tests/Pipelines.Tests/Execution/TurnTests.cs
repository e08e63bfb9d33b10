using NUnit.Framework;
using Pipelines.Execution;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class TurnTests
{
    private static readonly Claim Alone = new(IsExclusive: true, []);
    private static readonly Resource Database = new("database");
    private static readonly Resource Licences = new("licences", Capacity: 2);

    [Test]
    public void The_most_urgent_starts_while_there_is_a_place_and_nobody_after_the_last()
    {
        var places = new Places(limit: 2);

        Next(places, Lane("A", Claim.None), Lane("B", Using(Database))).ShouldBe("A");
        places.Take(Claim.None);
        places.Take(Claim.None);

        Next(places, Lane("B", Claim.None)).ShouldBeNull();
    }

    [Test]
    public void A_target_that_waits_for_its_resource_lets_others_pass()
    {
        var places = new Places(limit: 4);
        places.Take(Using(Database));

        Next(places, Lane("Migrate", Using(Database)), Lane("Lint", Claim.None)).ShouldBe("Lint");
    }

    [Test]
    public void A_resource_takes_as_many_as_it_has_capacity()
    {
        var places = new Places(limit: 4);
        places.Take(Using(Licences));

        Next(places, Lane("Second", Using(Licences))).ShouldBe("Second");
        places.Take(Using(Licences));
        Next(places, Lane("Third", Using(Licences))).ShouldBeNull();
        places.Leave(Using(Licences));

        Next(places, Lane("Third", Using(Licences))).ShouldBe("Third");
    }

    [Test]
    public void An_exclusive_target_lets_others_pass_until_as_many_did_as_there_are_places()
    {
        var places = new Places(limit: 3);
        places.Take(Claim.None);

        Next(places, Lane("Alone", Alone, passed: 2), Lane("Lint", Claim.None)).ShouldBe("Lint");
        Next(places, Lane("Alone", Alone, passed: 3), Lane("Lint", Claim.None)).ShouldBeNull();
        places.Leave(Claim.None);

        Next(places, Lane("Alone", Alone, passed: 3), Lane("Lint", Claim.None)).ShouldBe("Alone");
    }

    [Test]
    public void Beside_an_exclusive_target_nothing_starts()
    {
        var places = new Places(limit: 3);
        places.Take(Alone);

        Next(places, Lane("Lint", Claim.None)).ShouldBeNull();
    }

    [Test]
    public void What_a_passed_target_claims_is_kept_for_it_and_the_rest_is_not()
    {
        var places = new Places(limit: 3);
        places.Take(Using(Database));

        (string, Lane) Both() => Lane("Both", Using(Database, Licences), passed: 3);

        Next(places, Both(), Lane("Licensed", Using(Licences))).ShouldBeNull();
        Next(places, Both(), Lane("Licensed", Using(Licences)), Lane("Lint", Claim.None)).ShouldBe("Lint");
        places.Leave(Using(Database));
        Next(places, Both(), Lane("Licensed", Using(Licences))).ShouldBe("Both");
    }

    private static string? Next(Places places, params (string Target, Lane Lane)[] waiting) =>
        Turn.Next(waiting.Select(entry => entry.Lane), places) is { } next ? waiting.Single(entry => ReferenceEquals(entry.Lane, next)).Target : null;

    private static Claim Using(params Resource[] resources) => new(IsExclusive: false, [.. resources]);

    private static (string Target, Lane Lane) Lane(string target, Claim claim, int passed = 0)
    {
        var lane = new Lane(claim) { Passed = passed };
        lane.Add(rank: 0);
        return (target, lane);
    }
}
