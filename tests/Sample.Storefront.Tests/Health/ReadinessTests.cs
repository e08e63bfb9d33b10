using NUnit.Framework;
using Sample.Storefront.Faults;
using Sample.Storefront.Health;
using Shouldly;

namespace Sample.Storefront.Tests.Health;

public sealed class ReadinessTests
{
    [Test]
    public void A_slow_start_ends_when_its_time_is_over()
    {
        var time = new ManualTime();
        var readiness = new Readiness(new FaultOptions { SlowStart = TimeSpan.FromSeconds(5) }, time);

        time.Advance(TimeSpan.FromSeconds(4.9));
        readiness.Obstacle.ShouldBe("starting");

        time.Advance(TimeSpan.FromSeconds(0.1));
        readiness.Obstacle.ShouldBeNull();
    }

    [Test]
    public void A_stopping_service_is_not_ready()
    {
        var readiness = new Readiness(new FaultOptions(), new ManualTime());
        readiness.Obstacle.ShouldBeNull();

        readiness.Stop();

        readiness.Obstacle.ShouldBe("stopping");
    }
}
