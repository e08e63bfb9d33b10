using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Harness;

[TestFixture]
[NonParallelizable]
public sealed class LoadTests
{
    [Test]
    public async Task Visitors_note_who_answered_and_what_failed()
    {
        await using var server = new TwoVersions();
        await using var visitors = Visitors.Start(server.Page, count: 4, pace: TimeSpan.FromMilliseconds(1));

        await Eventually.HoldsAsync("200 visits", _ => Task.FromResult(visitors.Visits.Count >= 200), TimeSpan.FromSeconds(20), TimeProvider.System);
        var visits = await visitors.LeaveAsync();

        Share.Fits(visits.Count(visit => visit.Version == "2"), visits.Count, 25).ShouldBeTrue();
        visits.Count(visit => visit.Failed).ShouldBeInRange(visits.Count / 10, visits.Count / 10 + 1);
    }

    [Test]
    public async Task A_visit_without_an_answer_is_a_failed_one_with_its_reason()
    {
        await using var visitors = Visitors.Start(new Uri($"http://127.0.0.1:{FreePort.Next()}/"), count: 1, pace: TimeSpan.FromMilliseconds(1));

        await Eventually.HoldsAsync("a visit", _ => Task.FromResult(visitors.Visits.Count > 0), TimeSpan.FromSeconds(20), TimeProvider.System);

        visitors.Visits[0].Failed.ShouldBeTrue();
        visitors.Visits[0].Problem.ShouldNotBeNull().ShouldContain("refused");
    }

    [Test]
    public async Task Wrk_is_stopped_when_the_test_has_seen_enough_and_counts_failures()
    {
        await using var server = new TwoVersions();
        using var wrk = Wrk.Start(server.Page, connections: 4, TimeSpan.FromMinutes(5));
        using var client = new HttpClient();

        // Once others are answered, wrk has been at it for some requests.
        await Eventually.HoldsAsync("an answer", async token => (await client.GetAsync(server.Page, token)).IsSuccessStatusCode, TimeSpan.FromSeconds(20), TimeProvider.System);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var report = await wrk.StopAsync();

        report.Requests.ShouldBeGreaterThan(10);
        report.NotSuccessful.ShouldBeInRange(report.Requests / 10 - 10, report.Requests / 10 + 10);
        report.SocketErrors.ShouldBe(0);
    }
}
