using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipelines.Parameters;

/// <summary>Reads classes and records of authors from JSON: an object in a parameter file, or its text elsewhere.</summary>
internal static class JsonReader
{
    private static JsonSerializerOptions? _options;

    /// <summary>Names ignore case, enums are names, and a member that the type does not have is an error.</summary>
    public static JsonSerializerOptions Options => _options ??= new(JsonSerializerOptions.Default)
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The reader of a type, or null when it is abstract, generic or one of .NET itself, where a JSON form would surprise.</summary>
    public static ValueReader? For(Type type) => type is { IsAbstract: false, IsPrimitive: false, IsPointer: false, IsGenericType: false, IsArray: false }
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && !typeof(Delegate).IsAssignableFrom(type)
            ? new(type, $"{type.Name} as JSON", $"{type.Name} as a JSON object such as {{\"name\": \"value\"}}", (text, _) => Read(type, text)) { JsonType = "object" }
            : null;

    private static object? Read(Type type, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type, Options);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
