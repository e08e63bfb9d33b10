namespace Pipelines.Agent.State;

/// <summary>Requests whose header has this value go to this release, whatever its weight.</summary>
internal sealed record HeaderMatch(string Header, string Value, string Release);
