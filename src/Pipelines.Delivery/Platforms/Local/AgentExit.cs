using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>How an instance ended, as the agent reports it.</summary>
internal sealed record AgentExit(int Code, DateTimeOffset At, ImmutableArray<string> Output);
