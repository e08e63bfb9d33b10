namespace Pipelines.Delivery.Platforms.Local;

/// <summary>The agent's answer to asking for a lease: an epoch, or a holder.</summary>
internal sealed record AgentLease(long Epoch, Holder? Holder, DateTimeOffset Since, DateTimeOffset ExpiresAt);
