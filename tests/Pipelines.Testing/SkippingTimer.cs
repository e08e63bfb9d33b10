namespace Pipelines.Testing;

/// <summary>A timer of <see cref="SkippingTime"/>.</summary>
internal sealed class SkippingTimer(SkippingTime time, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _gate = new();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private int _generation;

    /// <summary>When a limit fires, since the start of the clock.</summary>
    public TimeSpan Due { get; set; }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _generation++;
            _period = period;
        }

        Arm(dueTime);
        return true;
    }

    /// <summary>Calls back on the thread pool, unless the timer is changed or disposed before.</summary>
    public void Fire()
    {
        int generation;
        lock (_gate)
        {
            generation = _generation;
        }

        ThreadPool.QueueUserWorkItem(_ => Run(generation));
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private void Stop()
    {
        lock (_gate)
        {
            _generation++;
        }

        time.Forget(this);
    }

    private void Arm(TimeSpan dueTime)
    {
        if (dueTime < TimeSpan.Zero)
        {
            time.Forget(this);
        }
        else if (state is CancellationTokenSource)
        {
            time.Limit(this, dueTime);
        }
        else
        {
            time.Advance(dueTime);
            Fire();
        }
    }

    private void Run(int generation)
    {
        TimeSpan period;
        lock (_gate)
        {
            if (generation != _generation)
            {
                return;
            }

            period = _period;
        }

        callback(state);
        lock (_gate)
        {
            if (generation != _generation || period <= TimeSpan.Zero)
            {
                return;
            }
        }

        Arm(period);
    }
}
