namespace Pipelines.Agent.Supervision;

/// <summary>An instance as seen from outside at one moment.</summary>
/// <param name="Port">0 while no process runs.</param>
internal sealed record InstanceView(
    int Index, int Port, int Pid, InstanceState State, int Restarts, DateTimeOffset? StartedAt, InstanceExit? Exit);
