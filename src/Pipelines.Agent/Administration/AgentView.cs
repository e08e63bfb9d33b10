namespace Pipelines.Agent.Administration;

internal sealed record AgentView(int Pid, string Version, DateTimeOffset StartedAt, string Root, int MetricsPort);
