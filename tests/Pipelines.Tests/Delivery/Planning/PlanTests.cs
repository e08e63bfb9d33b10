using System.Text.Json;
using NUnit.Framework;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Reporting;
using Pipelines.Delivery.Stages;
using Shouldly;

namespace Pipelines.Tests.Delivery.Planning;

public sealed class PlanTests
{
    private static readonly Release Old = new("shop", "1.0.0", "c0ffee", "old", ReleaseConfiguration.Empty);
    private static readonly Release New = new("shop", "1.1.0", "facade", "new", ReleaseConfiguration.Empty);

    [TestCase("canary")]
    [TestCase("rolling")]
    [TestCase("blue-green")]
    public void A_plan_reads_as_it_will_be_done(string strategy)
    {
        var stage = StageWith(strategy);

        var plan = DeliveryPlanner.Deploy(stage, New, Old, keep: []);

        Pipelines.Testing.Snapshot.Match(string.Join('\n', PlanLines.Of(plan, $"{Old} runs here")), strategy);
    }

    [Test]
    public void A_way_back_calls_no_release_new()
    {
        var plan = DeliveryPlanner.Rollback(StageWith("blue-green"), Old, New, keep: []);

        var lines = PlanLines.Of(plan, $"{New} runs here").ToArray();

        lines.ShouldContain(line => line.Contains("of the earlier release, all ready"));
        lines.ShouldNotContain(line => line.Contains("new release") || line.Contains("old release"));
    }

    [Test]
    public void The_same_arguments_give_the_same_plan()
    {
        var stage = StageWith("canary");

        var plans = Enumerable.Range(0, 2).Select(_ => DeliveryPlanner.Deploy(stage, New, Old, ["one", "two"])).ToArray();

        Json(plans[0]).ShouldBe(Json(plans[1]));

        static string Json(DeliveryPlan plan) => JsonSerializer.Serialize(new RolloutRecord.Turned(default, "", Rejected: false, Exposed: 0, plan.Steps), DeliveryJson.Default.RolloutRecord);
    }

    [Test]
    public void The_first_release_of_a_stage_skips_the_canary_and_still_bakes()
    {
        var plan = DeliveryPlanner.Deploy(StageWith("canary"), New, stable: null, keep: []);

        plan.Steps.OfType<DeliveryStep.Shift>().ShouldHaveSingleItem().Percent.ShouldBe(100);
        plan.Steps.OfType<DeliveryStep.Bake>().ShouldHaveSingleItem();
    }

    [Test]
    public void Every_contradiction_of_a_stage_is_told_at_once()
    {
        var stage = new Stage("Prod!", new LocalPlatform(1, "shop", []), new Canary { Percents = [50, 20], AnalyseFrom = 9 })
        {
            Instances = 0,
            Analysis = new() { Limits = [], Count = 1, FailureLimit = 1, MinimumRequests = 2 },
        };

        var problems = string.Join('\n', stage.Problems());

        foreach (var part in new[] { "lower-case", "0 instances", "'50, 20'", "step 9 of 2", "no limit", "every one could fail", "below 8" })
        {
            problems.ShouldContain(part);
        }
    }

    private static Stage StageWith(string strategy) => new(
        "production",
        new LocalPlatform(8080, "shop", []),
        strategy switch { "canary" => new Canary { AnalyseFrom = 2 }, "rolling" => new Rolling(), _ => new BlueGreen() })
    {
        Instances = 3,
        Analysis = new() { Limits = [MetricLimit.SuccessRatioAtLeast(0.99), MetricLimit.LatencyP95AgainstStable(1.5, TimeSpan.FromMilliseconds(20))] },
        Checks = [new("/health/ready")],
        Traffic = new() { Paths = ["/"] },
    };
}
