namespace Pipelines.Agent.Proxy;

/// <summary>What a client gets when a request cannot be answered, and whose fault it counts as.</summary>
internal sealed partial class Forwarder
{
    private async Task AbandonAsync(
        HttpContext context, ReleaseRoute route, Exception failure, RequestBody? body, RequestLimit limit, long started)
    {
        if (context.RequestAborted.IsCancellationRequested || body?.ClientFailure is not null)
        {
            route.Counters.Abandoned();
            context.Abort();
            return;
        }

        var timedOut = limit.Token.IsCancellationRequested;
        var status = timedOut ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status502BadGateway;
        route.Counters.Finished(status, time.GetElapsedTime(started));
        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return;
        }

        await FailAsync(context, status, timedOut
            ? "The instance did not answer in time."
            : failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
                ? "No instance could be reached."
                : "The instance ended the connection before its answer was complete.");
    }

    private static async Task FailAsync(HttpContext context, int status, string sentence)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = sentence.Length + 1;
        await context.Response.WriteAsync(sentence + "\n", context.RequestAborted);
    }
}
