using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Planning;
using Shouldly;

namespace Pipelines.Tests.Planning;

[TestFixture]
public sealed class RankQueueTests
{
    [Test]
    public void Numbers_come_out_in_order_whenever_they_went_in() => Prop.ForAll(Gen.ListOf(Gen.Choose(-40, 100)).ToArbitrary(), steps =>
    {
        var queue = new RankQueue();
        var expected = new PriorityQueue<int, int>();
        foreach (var step in steps)
        {
            // A negative step takes one out.
            if (step >= 0)
            {
                queue.Add(step);
                expected.Enqueue(step, step);
            }
            else if (expected.Count > 0)
            {
                queue.Take().ShouldBe(expected.Dequeue());
            }
        }
        while (expected.Count > 0)
        {
            queue.First.ShouldBe(expected.Peek());
            queue.Take().ShouldBe(expected.Dequeue());
        }
        return queue.Count == 0;
    }).QuickCheckThrowOnFailure();
}
