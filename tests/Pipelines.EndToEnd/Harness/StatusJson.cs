using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipelines.EndToEnd.Harness;

/// <summary>How the status is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class StatusJson : JsonSerializerContext;
