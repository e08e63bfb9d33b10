using Pipelines.Graph;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Pipelines.Execution;

/// <summary>Tries of a target's work, each within its limit. Polly is loaded only for a target that asks for either.</summary>
internal sealed class Tries(TargetNode node, Action<RunEvent> tell, TimeProvider time)
{
    public static bool Serves(TargetNode node) => node.Timeout is not null || node.Retry.Count > 0;

    /// <exception cref="TargetFailedException">The last try took longer than the target's limit.</exception>
    public async Task<object?> RunAsync(Func<CancellationToken, Task<object?>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Pipeline(cancellationToken).ExecuteAsync(async token => await WithinLimitAsync(work, token, cancellationToken), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw TooLong;
        }
    }

    private TargetFailedException TooLong => new($"'{node.Name}' took longer than its limit of {node.Timeout}. Raise Timeout(...), or find what hangs.");

    // What came in spite of the limit came too late.
    private static async Task<object?> WithinLimitAsync(Func<CancellationToken, Task<object?>> work, CancellationToken limit, CancellationToken run)
    {
        var result = await work(limit);
        if (!run.IsCancellationRequested)
        {
            limit.ThrowIfCancellationRequested();
        }
        return result;
    }

    private ResiliencePipeline Pipeline(CancellationToken cancellationToken)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time };
        if (node.Retry.Count > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = node.Retry.Count,
                Delay = node.Retry.Delay,
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is not (null or DefinitionException or TargetFailedException { LeavesWorkBehind: true }) && !cancellationToken.IsCancellationRequested),
                OnRetry = Tell,
            });
        }
        if (node.Timeout is { } limit)
        {
            pipeline.AddTimeout(limit);
        }
        return pipeline.Build();
    }

    private ValueTask Tell(OnRetryArguments<object> tried)
    {
        var reason = FailureText.Of(tried.Outcome.Exception is TimeoutRejectedException ? TooLong : tried.Outcome.Exception!);
        tell(new RunEvent.TryFailed(node.Name, tried.AttemptNumber + 1, node.Retry.Count + 1, reason, node.Retry.Delay));
        return ValueTask.CompletedTask;
    }
}
