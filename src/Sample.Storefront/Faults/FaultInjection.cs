namespace Sample.Storefront.Faults;

/// <summary>Makes requests fail as configured; operators' requests never do.</summary>
internal sealed class FaultInjection(FaultOptions faults, TimeProvider time)
{
    private readonly ErrorShare _errors = new(faults.Errors);
    private long _requests;

    /// <summary>Middleware.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (OperatorOnly.Asks(context))
        {
            await next(context);
            return;
        }

        var earlier = Interlocked.Increment(ref _requests) - 1;
        if (earlier >= faults.CrashAfter)
        {
            // No exception handler, no shutdown hook and no answer to requests in flight: what a real crash leaves behind.
            Environment.FailFast($"Crashing because {faults.CrashAfter} requests were served, see Faults:CrashAfter.");
        }

        if (faults.Latency > TimeSpan.Zero && earlier >= faults.LatencyAfter)
        {
            await Task.Delay(faults.Latency, time, context.RequestAborted);
        }

        if (earlier >= faults.ErrorsAfter && _errors.Next())
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await next(context);
    }
}
