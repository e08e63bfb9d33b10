using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Pipelines.Agent.Measurement;

namespace Pipelines.Agent.Proxy;

/// <summary>Takes each request of one service to a backend and brings the answer back.</summary>
internal sealed partial class Forwarder(TimeProvider time)
{
    private volatile RoutingTable _table = RoutingTable.Empty;
    private long _number;

    /// <summary>Requests that found nothing ready, so that no release can be blamed.</summary>
    public ReleaseCounters Unrouted { get; } = new();

    public RoutingTable Table
    {
        get => _table;
        set => _table = value;
    }

    public async Task ForwardAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var table = _table;
        var (route, sticky) = table.Choose(context.Request, ref _number);
        if (route is null || table.Enter(route, failed: null) is not { } entered)
        {
            // A new table is about to come, or nothing is ready.
            if (ReferenceEquals(table, _table) || _table.Choose(context.Request, ref _number).Route is not { } late ||
                _table.Enter(late, failed: null) is not { } found)
            {
                await FailAsync(context, StatusCodes.Status503ServiceUnavailable, "No instance is ready to answer.");
                Unrouted.Finished(StatusCodes.Status503ServiceUnavailable, time.GetElapsedTime(started));
                return;
            }

            entered = found;
        }

        using var limit = RequestLimit.Take(table.Timeout, context.RequestAborted);
        await ForwardAsync(context, table, entered, sticky, limit, started);
    }

    private async Task ForwardAsync(
        HttpContext context, RoutingTable table, (ReleaseRoute Route, Backend Backend) entered, bool sticky, RequestLimit limit, long started)
    {
        var target = RequestMessage.Target(context);
        var upgrades = Upgrade.IsAsked(context);
        var hasBody = !upgrades && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };
        HashSet<Backend>? failed = null;
        while (true)
        {
            var (route, backend) = entered;
            // One per attempt: sending a message disposes its body, begun or not.
            using var body = hasBody ? new RequestBody(context.Request, limit) : null;
            route.Counters.Begin();
            try
            {
                using var message = RequestMessage.Of(context, backend, target, body, upgrades);
                using var response = await backend.Invoker.SendAsync(message, limit.Token);
                limit.Answered();
                await AnswerAsync(context, route, response, sticky ? table.StickyCookie : null, started, limit.Token);
                return;
            }
            catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError && body?.IsStarted != true)
            {
                backend.IsSuspect = true;
                (failed ??= []).Add(backend);
                if (table.Enter(route, failed) is not { } next)
                {
                    await AbandonAsync(context, route, failure, body, limit, started);
                    return;
                }

                entered = next;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or BadHttpRequestException or HttpProtocolException)
            {
                await AbandonAsync(context, route, failure, body, limit, started);
                return;
            }
            finally
            {
                route.Counters.End();
                backend.Exit();
            }
        }
    }

    private async Task AnswerAsync(
        HttpContext context, ReleaseRoute route, HttpResponseMessage response, string? cookie, long started, CancellationToken cancellationToken)
    {
        ResponseMessage.CopyHead(response, context.Response);
        if (cookie is not null)
        {
            context.Response.Headers.Append("Set-Cookie", $"{cookie}={route.CookieValue}; Path=/; HttpOnly; SameSite=Lax");
        }

        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            route.Counters.Finished(StatusCodes.Status101SwitchingProtocols, time.GetElapsedTime(started));
            context.Response.Headers.Connection = "Upgrade";
            context.Response.Headers.Upgrade = response.Headers.Upgrade.ToString();
            await Upgrade.TunnelAsync(context, response, cancellationToken);
            return;
        }

        await ResponseMessage.CopyBodyAsync(response, context.Response, cancellationToken);
        ResponseMessage.CopyTrailers(response, context.Response);
        route.Counters.Finished(context.Response.StatusCode, time.GetElapsedTime(started));
    }
}
