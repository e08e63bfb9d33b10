namespace Pipelines.Agent.Administration;

internal sealed record Renewal(DateTimeOffset ExpiresAt);
