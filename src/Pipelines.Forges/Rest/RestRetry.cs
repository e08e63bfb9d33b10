using System.Net;
using Polly;
using Polly.Retry;

namespace Pipelines.Forges.Rest;

/// <summary>When a request is tried again, and after how long.</summary>
internal static class RestRetry
{
    /// <param name="patience">How often and how long.</param>
    /// <param name="time">The clock between tries.</param>
    /// <param name="isRepeatable">Doing it twice is as good as once.</param>
    public static ResiliencePipeline<HttpResponseMessage> Pipeline(ForgePatience patience, TimeProvider time, bool isRepeatable) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = patience.Tries - 1,
                Delay = patience.FirstWait,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is { } failure
                    ? IsOfNetwork(failure, tried.Context.CancellationToken) && (isRepeatable || NothingWasSent(failure))
                    : IsWorthIt(tried.Outcome.Result!, patience, time, isRepeatable)),
                DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Result is { } response ? RateLimit.Wait(response, time.GetUtcNow()) : null),
            })
            .Build();

    /// <summary>The server was not reached, or its answer was not.</summary>
    public static bool IsOfNetwork(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static bool NothingWasSent(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };

    // Who is told to wait was not served, so nothing is done twice.
    private static bool IsWorthIt(HttpResponseMessage response, ForgePatience patience, TimeProvider time, bool isRepeatable) =>
        RateLimit.Wait(response, time.GetUtcNow()) is { } wait ? wait <= patience.LongestWait
        : isRepeatable && response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout;
}
