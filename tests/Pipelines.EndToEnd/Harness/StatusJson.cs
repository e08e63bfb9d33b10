using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipelines.EndToEnd.Harness;

/// <summary>How the status is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(HistoryReport))]
internal sealed partial class StatusJson : JsonSerializerContext;
