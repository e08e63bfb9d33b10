namespace Pipelines.Testing;

/// <summary>Waits for what other processes do in their own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is not null, every 50 ms.</summary>
    /// <param name="what">Completes the sentence "waited for ..." of the failure.</param>
    /// <param name="attempt">Null, or an exception of I/O or HTTP, means not yet.</param>
    /// <param name="patience">When to give up.</param>
    /// <param name="time">The real clock in end-to-end tests, a <see cref="SkippingTime"/> elsewhere.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">It did not happen; the last exception is the cause.</exception>
    public static async Task<T> GetAsync<T>(
        string what, Func<CancellationToken, Task<T?>> attempt, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken = default)
        where T : class
    {
        var start = time.GetTimestamp();
        while (true)
        {
            Exception? cause = null;
            try
            {
                if (await attempt(cancellationToken) is { } answer)
                {
                    return answer;
                }
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException)
            {
                cause = exception;
            }

            if (time.GetElapsedTime(start) >= patience)
            {
                throw new TimeoutException($"Waited {patience.TotalSeconds:0.#} s for {what}.", cause);
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    /// <summary>As <see cref="GetAsync"/> for a condition.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public static Task HoldsAsync(
        string what, Func<CancellationToken, Task<bool>> condition, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken = default) =>
        GetAsync<object>(what, async token => await condition(token) ? true : null, patience, time, cancellationToken);
}
