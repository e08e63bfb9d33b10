namespace Pipelines.Delivery.Platforms.Local;

/// <summary>How many instances should run.</summary>
internal sealed record AgentInstancesRequest(int Count);
