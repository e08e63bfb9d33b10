using System.Text.Json.Serialization;
using Pipelines.Delivery.Planning;

namespace Pipelines.Delivery.Ledger;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(RolloutRecord))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
