namespace Pipelines.Delivery.Platforms.Local;

/// <summary>An instance as the agent reports it.</summary>
internal sealed record AgentInstance(int Index, int Port, int Pid, string State, int Restarts, AgentExit? Exit);
