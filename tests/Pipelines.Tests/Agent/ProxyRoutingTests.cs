using System.Net;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;
using Shouldly;

namespace Pipelines.Tests.Agent;

public sealed class ProxyRoutingTests
{
    private ProxyFixture _proxy = null!;

    [SetUp]
    public async Task SetUpAsync() => _proxy = await ProxyFixture.StartAsync();

    [TearDown]
    public async Task TearDownAsync() => await _proxy.DisposeAsync();

    [Test]
    public async Task Five_percent_are_five_of_a_hundred()
    {
        var routes = _proxy.Route(("stable", 95, [await SayingAsync("stable")]), ("canary", 5, [await SayingAsync("canary")]));

        for (var request = 0; request < 200; request++)
        {
            await _proxy.Client.GetStringAsync(_proxy.Address);
        }

        routes.Select(route => route.Counters.Requests(2)).ShouldBe([190, 10]);
    }

    [Test]
    public async Task A_client_stays_with_the_release_its_cookie_names_while_that_has_weight()
    {
        var (stable, canary) = (await SayingAsync("stable"), await SayingAsync("canary"));
        var settings = new ServiceSettings { Port = 1, StickyCookie = "lane" };
        _proxy.Route(settings, ("stable", 50, [stable]), ("canary", 50, [canary]));
        using var first = await _proxy.Client.GetAsync(_proxy.Address);
        var (release, cookie) = (await first.Content.ReadAsStringAsync(), first.Headers.GetValues("Set-Cookie").Single());

        var heard = new HashSet<string>(StringComparer.Ordinal);
        for (var request = 0; request < 10; request++)
        {
            heard.Add(await AskAsync("Cookie", cookie.Split(';')[0]));
        }

        _proxy.Route(settings, ("stable", release == "stable" ? 0 : 100, [stable]), ("canary", release == "canary" ? 0 : 100, [canary]));
        var afterwards = await AskAsync("Cookie", cookie.Split(';')[0]);

        heard.ShouldHaveSingleItem().ShouldBe(release);
        cookie.ShouldEndWith("; Path=/; HttpOnly; SameSite=Lax");
        cookie.Contains(release, StringComparison.Ordinal).ShouldBeFalse();
        afterwards.ShouldNotBe(release, StringComparer.Ordinal);
    }

    [Test]
    public async Task A_header_leads_to_its_release_even_without_weight()
    {
        _proxy.Route(
            new ServiceSettings { Port = 1, Matches = [new HeaderMatch("X-Release", "next", "canary")] },
            ("stable", 100, [await SayingAsync("stable")]),
            ("canary", 0, [await SayingAsync("canary")]));

        (await AskAsync("X-Release", "next")).ShouldBe("canary");
        (await AskAsync("X-Release", "other")).ShouldBe("stable");
    }

    [Test]
    public async Task The_share_of_a_release_with_nothing_ready_goes_to_the_others()
    {
        _proxy.Route(("stable", 50, [await SayingAsync("stable")]), ("canary", 50, []));

        for (var request = 0; request < 10; request++)
        {
            (await _proxy.Client.GetStringAsync(_proxy.Address)).ShouldBe("stable");
        }
    }

    [Test]
    public async Task An_instance_that_cannot_be_reached_costs_no_request()
    {
        var gone = _proxy.Backend(ProxyFixture.FreePort());
        _proxy.Route(("v1", 100, [gone, await SayingAsync("here")]));

        for (var request = 0; request < 10; request++)
        {
            using var content = new StringContent("body");
            using var response = await _proxy.Client.PostAsync(_proxy.Address, content);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        gone.IsSuspect.ShouldBeTrue();
    }

    [Test]
    public async Task Nothing_ready_is_503_unreachable_502_and_silence_504()
    {
        using var unready = await _proxy.Client.GetAsync(_proxy.Address);
        var routes = _proxy.Route(("v1", 100, [_proxy.Backend(ProxyFixture.FreePort())]));
        using var unreachable = await _proxy.Client.GetAsync(_proxy.Address);
        var silent = await _proxy.ServeAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        _proxy.Route(new ServiceSettings { Port = 1, RequestTimeoutSeconds = 0.2 }, ("v1", 100, [silent]));
        using var late = await _proxy.Client.GetAsync(_proxy.Address);

        unready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        unreachable.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        late.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        routes[0].Counters.Requests(5).ShouldBe(1);
        _proxy.Forwarder.Unrouted.Requests(5).ShouldBe(1);
    }

    [Test]
    public async Task No_request_fails_while_backends_come_and_go_under_load()
    {
        using var end = new CancellationTokenSource();
        var load = Enumerable.Range(0, 8).Select(_ => LoadAsync(end.Token)).ToList();
        Backend? before = null;
        for (var turn = 0; turn < 15; turn++)
        {
            var next = await SayingAsync($"v{turn}");
            _proxy.Route(($"v{turn}", 100, [next]));
            if (turn == 0)
            {
                load.AddRange(Enumerable.Range(0, 8).Select(_ => LoadAsync(end.Token)));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
            if (before is not null)
            {
                before.Leave();
                while (before.InFlight > 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
                }

                // What is drained has nothing left to lose.
                before.Dispose();
            }

            before = next;
        }

        await end.CancelAsync();
        var outcomes = await Task.WhenAll(load);

        outcomes.Sum(outcome => outcome.Good).ShouldBeGreaterThan(100);
        outcomes.Sum(outcome => outcome.Bad).ShouldBe(0);
    }

    private async Task<(int Good, int Bad)> LoadAsync(CancellationToken end)
    {
        var (good, bad) = (0, 0);
        while (!end.IsCancellationRequested)
        {
            if (_proxy.Forwarder.Table == RoutingTable.Empty)
            {
                await Task.Yield();
                continue;
            }

            using var response = await _proxy.Client.GetAsync(_proxy.Address, CancellationToken.None);
            (good, bad) = response.IsSuccessStatusCode ? (good + 1, bad) : (good, bad + 1);
        }

        return (good, bad);
    }

    private Task<Backend> SayingAsync(string text) => _proxy.ServeAsync(context => context.Response.WriteAsync(text));

    private async Task<string> AskAsync(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _proxy.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
