namespace Pipelines.Agent.Administration;

internal sealed record LengthAnswer(int Length);
