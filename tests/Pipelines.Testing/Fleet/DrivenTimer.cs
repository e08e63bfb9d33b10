namespace Pipelines.Testing.Fleet;

/// <summary>A timer of <see cref="DrivenTime"/>; fires where the clock is moved, so that what waited is done before time goes on.</summary>
internal sealed class DrivenTimer(DrivenTime time, TimerCallback callback, object? state) : ITimer
{
    public DateTimeOffset Due { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        time.Set(this, dueTime);
        return true;
    }

    public void Fire() => callback(state);

    public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        time.Set(this, Timeout.InfiniteTimeSpan);
        return ValueTask.CompletedTask;
    }
}
