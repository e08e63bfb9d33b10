namespace Pipelines.Agent.State;

/// <summary>The right to change a service, for a while.</summary>
internal sealed record Lease(Holder Holder, double Seconds, DateTimeOffset Since, DateTimeOffset ExpiresAt)
{
    public bool IsLive(DateTimeOffset now) => now < ExpiresAt;
}
