using System.Text.Json.Serialization;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AgentView))]
[JsonSerializable(typeof(ServiceView))]
[JsonSerializable(typeof(IEnumerable<ServiceView>))]
[JsonSerializable(typeof(CountersView))]
[JsonSerializable(typeof(LeaseRequest))]
[JsonSerializable(typeof(LeaseAnswer))]
[JsonSerializable(typeof(Renewal))]
[JsonSerializable(typeof(ServiceSettings))]
[JsonSerializable(typeof(ReleaseSpecification))]
[JsonSerializable(typeof(CountRequest))]
[JsonSerializable(typeof(WeightsRequest))]
[JsonSerializable(typeof(Home))]
[JsonSerializable(typeof(LengthAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class AdministrationJson : JsonSerializerContext;
