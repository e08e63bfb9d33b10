using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Reporting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(HistoryReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
