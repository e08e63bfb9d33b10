namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Where the agent returns traffic to.</summary>
internal sealed record AgentHome(string Release, int Instances);
