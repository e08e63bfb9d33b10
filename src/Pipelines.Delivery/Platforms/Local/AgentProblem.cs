namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Why the agent refused.</summary>
internal sealed record AgentProblem(string Problem);
