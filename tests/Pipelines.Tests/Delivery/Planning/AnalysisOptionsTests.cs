using NUnit.Framework;
using Pipelines.Delivery.Stages;
using Shouldly;

namespace Pipelines.Tests.Delivery.Planning;

[TestFixture]
public sealed class AnalysisOptionsTests
{
    [TestCase(30, 120, 30)]
    [TestCase(30, 6, 6)]
    [TestCase(30, 0.2, 1)]
    [TestCase(0.5, 0.2, 0.5)]
    public void A_step_that_is_shorter_than_the_interval_is_measured_at_its_end(double interval, double step, double expected)
    {
        var options = new AnalysisOptions { Limits = [MetricLimit.SuccessRatioAtLeast(0.99)], Interval = TimeSpan.FromSeconds(interval) };

        options.Pace(TimeSpan.FromSeconds(step)).ShouldBe(TimeSpan.FromSeconds(expected));
    }
}
