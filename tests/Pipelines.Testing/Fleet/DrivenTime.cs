namespace Pipelines.Testing.Fleet;

/// <summary>A clock that only a simulated fleet moves: hours of a rollout pass in its waits, and timers fire in the order of their due times.</summary>
/// <remarks>Waits of at most a second, such as a pause between tries, are skipped at once, since nobody would move the clock for them.</remarks>
public sealed class DrivenTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<DrivenTimer> _timers = [];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DrivenTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires what falls due.</summary>
    public void Advance(TimeSpan time)
    {
        DrivenTimer[] due;
        lock (_gate)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    internal void Set(DrivenTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            if (dueTime > TimeSpan.FromSeconds(1))
            {
                _timers.Add(timer);
                return;
            }
        }

        timer.Fire();
    }
}
