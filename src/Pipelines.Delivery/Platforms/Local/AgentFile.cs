namespace Pipelines.Delivery.Platforms.Local;

/// <summary>What a running agent leaves at <c>agent.json</c> below its root.</summary>
internal sealed record AgentFile(int Pid, string Socket, int MetricsPort, string Version);
