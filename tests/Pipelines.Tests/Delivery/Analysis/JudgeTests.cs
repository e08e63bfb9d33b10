using NUnit.Framework;
using Pipelines.Delivery.Analysis;
using Pipelines.Delivery.Stages;
using Shouldly;

namespace Pipelines.Tests.Delivery.Analysis;

public sealed class JudgeTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AnalysisOptions Ratio = new() { Limits = [MetricLimit.SuccessRatioAtLeast(0.99)] };
    private static readonly AnalysisOptions Latency = new() { Limits = [MetricLimit.LatencyP95AgainstStable(2, TimeSpan.FromMilliseconds(10))] };

    [TestCase(100, 0, Verdict.Successful)]
    [TestCase(99, 1, Verdict.Successful)]
    [TestCase(98, 2, Verdict.Failed)]
    [TestCase(30, 19, Verdict.NoData)]
    [TestCase(0, 0, Verdict.NoData)]
    public void A_success_ratio_is_judged_when_there_are_enough_requests(int succeeded, int failed, Verdict verdict)
    {
        var measurement = Judge.Measure(Ratio, Sample(succeeded, failed), stable: null, Now);

        measurement.Verdict.ShouldBe(verdict);
    }

    [Test]
    public void Answers_broken_off_count_as_failures()
    {
        var sample = Sample(95, 0) with { Aborted = 5 };

        Judge.Measure(Ratio, sample, stable: null, Now).Verdict.ShouldBe(Verdict.Failed);
    }

    [Test]
    public void Latency_is_compared_with_stable_in_the_same_time()
    {
        var fast = Sample(100, 0, seconds: 0.01);

        Judge.Measure(Latency, Sample(100, 0, seconds: 0.02), fast, Now).Verdict.ShouldBe(Verdict.Successful);
        Judge.Measure(Latency, Sample(100, 0, seconds: 0.5), fast, Now).Verdict.ShouldBe(Verdict.Failed);
        Judge.Measure(Latency, Sample(100, 0, seconds: 0.5), Sample(3, 0), Now).Verdict.ShouldBe(Verdict.NoData);
    }

    [Test]
    public void A_step_that_measured_nothing_has_not_passed()
    {
        Judge.Of(Ratio, []).Verdict.ShouldBe(Verdict.Cancelled);
        Judge.Of(Ratio, [Judge.Measure(Ratio, Sample(1, 0), stable: null, Now)]).Verdict.ShouldBe(Verdict.Cancelled);
    }

    [Test]
    public void A_failure_within_its_limit_is_survived_and_one_more_is_not()
    {
        var patient = Ratio with { Count = 3, FailureLimit = 1 };
        var (good, bad) = (Judge.Measure(patient, Sample(100, 0), stable: null, Now), Judge.Measure(patient, Sample(50, 50), stable: null, Now));

        Judge.Of(patient, [good, bad, good, good]).Verdict.ShouldBe(Verdict.Successful);
        Judge.Of(patient, [good, bad, good, bad, good]).Verdict.ShouldBe(Verdict.Failed);
    }

    [Test]
    public void A_counter_that_was_restarted_counts_from_zero()
    {
        var before = Sample(1_000, 10);

        Sample(60, 0).Since(before).Requests.ShouldBe(60);
        Sample(1_100, 10).Since(before).Requests.ShouldBe(100);
    }

    private static TrafficSample Sample(long succeeded, long failed, double seconds = 0.01)
    {
        double[] bounds = [0.005, 0.01, 0.02, 0.05, 0.1, 1];
        var counts = new long[bounds.Length + 1];
        counts[Array.FindIndex(bounds, bound => bound >= seconds)] = succeeded + failed;
        return new(succeeded, failed, Aborted: 0, [.. bounds], [.. counts]);
    }
}
