namespace Pipelines.Delivery.Platforms;

/// <summary>Who deploys, for the next one who wants to.</summary>
/// <param name="User">Account name.</param>
/// <param name="Host">Machine name.</param>
/// <param name="Pid">Process id on that machine.</param>
/// <param name="ProcessStart">When the process started, in clock ticks since boot as in <c>/proc/PID/stat</c>; 0 where unknown.</param>
/// <param name="Command">What was asked for.</param>
/// <param name="Run">Id of the rollout or run.</param>
public sealed record Holder(string User, string Host, int Pid, long ProcessStart, string Command, string Run)
{
    /// <summary>As messages name a holder.</summary>
    public override string ToString() => $"{User}@{Host} (process {Pid}, {Command})";
}
