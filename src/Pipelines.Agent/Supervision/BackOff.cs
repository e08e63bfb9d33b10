namespace Pipelines.Agent.Supervision;

/// <summary>How long to wait before a crashed instance starts again: 0.2 s, doubling to 10 s; from the start after 30 s of health.</summary>
internal sealed record BackOff(int Crashes = 0)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the last crash.</summary>
    public TimeSpan Wait => Crashes is 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(Crashes - 1, 10)));

    public BackOff After(TimeSpan ready) => new(ready >= Healthy ? 1 : Crashes + 1);
}
