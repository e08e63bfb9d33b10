namespace Pipelines.Agent.State;

/// <summary>A running process, written down so that the next agent finds it.</summary>
/// <param name="StartTicks">Field 22 of <c>/proc/PID/stat</c>: tells a process from a later one with the same pid.</param>
internal sealed record InstanceRecord(int Pid, long StartTicks, int Port, int Restarts, DateTimeOffset StartedAt);
