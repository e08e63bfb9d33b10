namespace Pipelines.Agent.Administration;

internal sealed record CountRequest(int Count);
