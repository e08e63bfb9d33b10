using System.Collections.Immutable;

namespace Pipelines.Agent.Supervision;

/// <summary>How an instance last ended by itself.</summary>
/// <param name="Code">128 + signal for a killed one; -1 when it was adopted and nobody could ask; 127 when it could not start.</param>
/// <param name="Output">The last lines it wrote, at most 20.</param>
internal sealed record InstanceExit(int Code, DateTimeOffset At, string Reason, ImmutableArray<string> Output);
