namespace Pipelines.Delivery.Platforms.Local;

/// <summary>Where and how the agent serves a service.</summary>
internal sealed record AgentSettings(int Port, string Host, double RequestTimeoutSeconds, string? StickyCookie);
