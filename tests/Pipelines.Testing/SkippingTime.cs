namespace Pipelines.Testing;

/// <summary>A clock that skips every wait: it moves to the due time of a timer at once and fires it on the thread pool.</summary>
/// <remarks>
/// A limit (a <see cref="CancellationTokenSource"/> with a time) does not move the clock: it fires when waits have moved the clock past it.
/// Firing inline or stepping by hand would race with the context of the test.
/// </remarks>
/// <param name="start">First instant; the first of January 2030, UTC, unless given.</param>
public sealed class SkippingTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<SkippingTimer> _limits = [];
    private readonly DateTimeOffset _start = start ?? new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;

    /// <summary>How far the clock has moved since its start.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock as if work had taken this long.</summary>
    public void Advance(TimeSpan time)
    {
        List<SkippingTimer> due;
        lock (_gate)
        {
            _elapsed += time;
            due = _limits.FindAll(limit => limit.Due <= _elapsed);
            _limits.RemoveAll(due.Contains);
        }

        due.ForEach(limit => limit.Fire());
    }

    /// <summary>Waits for the clock to pass the limit by itself; one that has no time left fires now.</summary>
    internal void Limit(SkippingTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _limits.Remove(timer);
            timer.Due = _elapsed + dueTime;
            _limits.Add(timer);
        }

        Advance(TimeSpan.Zero);
    }

    /// <summary>Forgets a limit that was lifted.</summary>
    internal void Forget(SkippingTimer timer)
    {
        lock (_gate)
        {
            _limits.Remove(timer);
        }
    }
}
