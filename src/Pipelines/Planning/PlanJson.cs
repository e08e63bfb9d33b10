using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipelines.Planning;

/// <summary>The plan for programs: <c>{"targets":[{"name", "description", "invoked", "skip", "dependencies", "triggeredBy", "after", "details"}]}</c>.</summary>
internal static class PlanJson
{
    public static string Write(ExecutionPlan plan, PlanDetails details)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("targets");
            foreach (var target in plan.Targets)
            {
                Write(json, target, details.Of(target.Name));
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PlannedTarget target, IReadOnlyList<string> details)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        json.WriteString("description", target.Description);
        json.WriteBoolean("invoked", target.Invoked);
        json.WriteString("skip", target.SkipReason);
        WriteList(json, "dependencies", target.Dependencies);
        WriteList(json, "triggeredBy", target.TriggeredBy);
        WriteList(json, "after", target.After);
        WriteList(json, "details", details);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }
        json.WriteEndArray();
    }
}
