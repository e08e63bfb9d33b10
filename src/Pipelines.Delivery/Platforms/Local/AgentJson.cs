using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Platforms.Local;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AgentService))]
[JsonSerializable(typeof(AgentCounters))]
[JsonSerializable(typeof(AgentLease))]
[JsonSerializable(typeof(AgentLeaseRequest))]
[JsonSerializable(typeof(AgentSettings))]
[JsonSerializable(typeof(AgentReleaseRequest))]
[JsonSerializable(typeof(AgentInstancesRequest))]
[JsonSerializable(typeof(AgentWeights))]
[JsonSerializable(typeof(AgentHome))]
[JsonSerializable(typeof(AgentProblem))]
[JsonSerializable(typeof(AgentFile))]
internal sealed partial class AgentJson : JsonSerializerContext;
