namespace Pipelines.Agent.State;

/// <summary><c>agent.json</c>: how to reach the agent of this root.</summary>
/// <param name="Version">First 16 hexadecimal digits of the SHA-256 of <c>Pipelines.Agent.dll</c>.</param>
internal sealed record AgentFile(int Pid, string Socket, int MetricsPort, DateTimeOffset StartedAt, string Version);
