namespace Pipelines.Agent;

/// <summary>A revision that grows, and a way to wait for the next one.</summary>
/// <param name="first">Greater than any revision of an earlier agent, so that nobody waits for one long past.</param>
internal sealed class ChangeSignal(long first)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _revision = first;

    public long Revision => Interlocked.Read(ref _revision);

    public void Raise()
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _revision);
            _next.TrySetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Ends when the revision is greater than <paramref name="after"/> or the time is over.</summary>
    public async Task WaitAsync(long after, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        Task next;
        lock (_gate)
        {
            if (_revision > after)
            {
                return;
            }

            next = _next.Task;
        }

        try
        {
            await next.WaitAsync(atMost, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing changed, which is an answer too.
        }
    }
}
