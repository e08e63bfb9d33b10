using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Ci;

[TestFixture]
public sealed class WorkflowTests
{
    [Test]
    public void A_trunk_of_another_name_is_waited_for_in_place_of_main()
    {
        var workflow = new Workflow("Continuous")
        {
            Triggers = [new Trigger.Push("main", "release/*") { Paths = ["src/**"] }, new Trigger.PullRequest("main"), new Trigger.MergeQueue()],
        };

        var moved = workflow.OnTrunk("master");

        moved.Trunk.ShouldBe("master");
        moved.Triggers.OfType<Trigger.Push>().Single().Branches.ShouldBe(["master", "release/*"]);
        moved.Triggers.OfType<Trigger.Push>().Single().Paths.ShouldBe(["src/**"]);
        moved.Triggers.OfType<Trigger.PullRequest>().Single().Branches.ShouldBe(["master"]);
        moved.Triggers.OfType<Trigger.MergeQueue>().ShouldHaveSingleItem();
    }
}
