using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Testing;

[TestFixture]
public sealed class SkippingTimeTests
{
    [Test]
    public async Task Hours_of_waiting_pass_at_once_and_show_on_the_clock()
    {
        var time = new SkippingTime();
        var start = time.GetUtcNow();
        var timestamp = time.GetTimestamp();

        for (var hour = 0; hour < 100; hour++)
        {
            await Task.Delay(TimeSpan.FromHours(1), time);
        }

        (time.GetUtcNow() - start).ShouldBe(TimeSpan.FromHours(100));
        time.GetElapsedTime(timestamp).ShouldBe(TimeSpan.FromHours(100));
    }

    [Test]
    public async Task A_limit_is_reached_only_when_waits_have_used_it_up()
    {
        var time = new SkippingTime();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5), time);

        await Task.Delay(TimeSpan.FromMinutes(4), time, limit.Token);
        var before = limit.IsCancellationRequested;

        before.ShouldBeFalse();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await Task.Delay(TimeSpan.FromMinutes(2), time);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, limit.Token);
        });
    }

    [Test]
    public async Task Waits_that_run_side_by_side_all_end()
    {
        var time = new SkippingTime();

        await Task.WhenAll(Enumerable.Range(1, 200).Select(seconds => Task.Delay(TimeSpan.FromSeconds(seconds), time)));

        time.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(200));
    }

    [Test]
    public async Task A_timer_repeats_until_it_is_disposed()
    {
        var time = new SkippingTime();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), time);

        var ticks = new[] { await timer.WaitForNextTickAsync(), await timer.WaitForNextTickAsync() };
        timer.Dispose();

        ticks.ShouldBe([true, true]);
        (await timer.WaitForNextTickAsync()).ShouldBeFalse();
    }
}
