namespace Pipelines.Agent.Supervision;

/// <summary>What every instance of an agent shares.</summary>
internal sealed record InstanceTools(TimeProvider Time, Ports Ports, ReadinessProbe Probe, Func<string, string?> Environment);
