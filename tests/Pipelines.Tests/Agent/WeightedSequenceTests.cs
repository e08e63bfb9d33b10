using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Agent.Proxy;
using Shouldly;

namespace Pipelines.Tests.Agent;

public sealed class WeightedSequenceTests
{
    [TestCase(1, 9999)]
    [TestCase(500, 9500)]
    [TestCase(3333, 6667)]
    [TestCase(9500, 500)]
    public void Of_any_requests_in_a_row_two_shares_get_their_part_give_or_take_one(int first, int second)
    {
        var sequence = new WeightedSequence([first, second]);
        var picked = 0;

        for (var number = 0; number < 25_000; number++)
        {
            picked += sequence.Pick(number) == 0 ? 1 : 0;

            ((double)picked).ShouldBe((number + 1) * first / 10_000.0, tolerance: 1);
        }
    }

    [Test]
    public void Every_cycle_of_ten_thousand_is_exact_for_any_shares()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var units = RandomShares(random);
            var start = random.NextInt64(long.MaxValue / 2);
            var sequence = new WeightedSequence(units);

            var counts = new int[units.Length];
            for (var number = 0; number < 10_000; number++)
            {
                counts[sequence.Pick(start + number)]++;
            }

            counts.ShouldBe(units);
        }
    }

    [Test]
    public void A_share_that_is_ready_alone_gets_everything()
    {
        var sequence = new WeightedSequence([500]);

        Enumerable.Range(0, 1000).ShouldAllBe(number => sequence.Pick(number) == 0);
    }

    private static ImmutableArray<int> RandomShares(Random random)
    {
        var cuts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 9999)).Append(0).Append(10_000).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => to - from)];
    }
}
