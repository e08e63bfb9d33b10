namespace Pipelines.Agent.Administration;

internal sealed record LeaseAnswer(long Epoch, DateTimeOffset ExpiresAt);
