using System.Text.Json.Serialization;

namespace Pipelines.Agent.State;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServiceState))]
[JsonSerializable(typeof(ReleaseSpecification))]
[JsonSerializable(typeof(InstanceRecord))]
[JsonSerializable(typeof(AgentEvent))]
[JsonSerializable(typeof(AgentFile))]
internal sealed partial class StateJson : JsonSerializerContext;
