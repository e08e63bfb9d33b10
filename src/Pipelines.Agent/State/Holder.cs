namespace Pipelines.Agent.State;

/// <summary>Who holds a lease, so that another can be told and a dead one can be recognised.</summary>
/// <param name="ProcessStart">Field 22 of <c>/proc/PID/stat</c>; 0 when unknown, then only the pid counts.</param>
internal sealed record Holder(string User, string Host, int Pid, long ProcessStart, string Command, string Run);
