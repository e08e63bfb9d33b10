using Microsoft.AspNetCore.Diagnostics;

namespace Sample.Storefront.Stores;

/// <summary>Answers a request whose store is down: 503, and when to come again. Where the store is, only the log says.</summary>
internal sealed class StoreProblem(IProblemDetailsService problems, ILogger<StoreProblem> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not StoreUnavailableException unavailable)
        {
            return false;
        }

        log.LogWarning("{Reason}", unavailable.Message);
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = "1";
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, Exception = exception });
    }
}
