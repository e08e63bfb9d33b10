namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Asks for a lease.</summary>
internal sealed record AgentLeaseRequest(Holder Holder, double Seconds);
