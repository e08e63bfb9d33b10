using Pipelines.Agent.Supervision;

namespace Pipelines.Agent;

/// <summary>What every service of an agent shares.</summary>
/// <param name="Alive">Whether the process of a lease's holder still runs; null when that cannot be known from here.</param>
internal sealed record ServiceTools(string Root, TimeProvider Time, InstanceTools Instances, AgentLog Log, Func<State.Holder, bool?> Alive);
