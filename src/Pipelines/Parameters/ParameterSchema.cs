using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Schema;

namespace Pipelines.Parameters;

/// <summary>The JSON Schema (draft 7, which all editors know) of a build's parameter files.</summary>
internal sealed class ParameterSchema(Utf8JsonWriter json, object build, AbsolutePath root)
{
    /// <summary>The whole text, ending with a line end.</summary>
    /// <param name="name">Of the build class.</param>
    /// <param name="parameters">In the order of their properties.</param>
    /// <param name="build">Has the values of initialisers alone.</param>
    /// <param name="root">What paths are written from.</param>
    public static string Write(string name, ImmutableArray<ParameterDeclaration> parameters, object build, AbsolutePath root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", $"Parameters of {name}");
            json.WriteString("description", "Written by './build.sh GenerateSchema' from the build class. Values on the command line and in the environment come before those of these files.");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            json.WriteStartObject("$schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
            var schema = new ParameterSchema(json, build, root);
            foreach (var parameter in parameters)
            {
                schema.Write(parameter);
            }

            json.WriteEndObject();
            json.WriteBoolean("additionalProperties", value: false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private void Write(ParameterDeclaration parameter)
    {
        json.WriteStartObject(parameter.Name);
        if (Description(parameter) is { Length: > 0 } description)
        {
            json.WriteString("description", description);
        }

        if (parameter.Type.IsDictionary)
        {
            json.WriteString("type", "object");
            json.WriteStartObject("additionalProperties");
            WriteType(parameter.Type.Element.PairOf!, parameter.IsSecret);
            json.WriteEndObject();
        }
        else if (parameter.Type.IsCollection)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteType(parameter.Type.Element, parameter.IsSecret);
            json.WriteEndObject();
        }
        else
        {
            WriteType(parameter.Type.Element, parameter.IsSecret);
        }

        WriteDefault(parameter);
        json.WriteEndObject();
    }

    private static string Description(ParameterDeclaration parameter) => string.Join(" ", new[]
    {
        parameter.Description is { } said ? $"{said.TrimEnd('.')}." : null,
        parameter.IsSecret ? $"A secret: encrypt it with './build.sh Secrets --set {parameter.Name}', or refer to it with file:PATH or op://." : null,
        parameter.Type.Element is { JsonType: "string", IsClosed: false } element && element.Type != typeof(string) && !parameter.IsSecret ? $"Expected {element.Expectation}." : null,
    }.OfType<string>());

    private void WriteType(ValueReader reader, bool isSecret)
    {
        if (reader.JsonType == "object")
        {
            foreach (var (name, value) in JsonReader.Options.GetJsonSchemaAsNode(reader.Type).AsObject())
            {
                json.WritePropertyName(name);
                value!.WriteTo(json);
            }

            return;
        }

        json.WriteString("type", reader.JsonType);
        if (isSecret)
        {
            json.WriteString("pattern", "^(v1:|file:|[A-Za-z][A-Za-z0-9+.-]*://)");
        }

        if (!reader.AllowedValues.IsEmpty)
        {
            json.WriteStartArray(reader.IsClosed ? "enum" : "examples");
            foreach (var value in reader.AllowedValues)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    private void WriteDefault(ParameterDeclaration parameter)
    {
        var value = parameter.Members.Select(member => MemberValue.Kept(build, member)).FirstOrDefault(value => value is not null);
        if (value is null || parameter.IsSecret || parameter.Type.IsDictionary)
        {
            return;
        }

        var items = parameter.Type.IsCollection ? ((IEnumerable)value).Cast<object?>().ToArray() : [value];
        var texts = items.Select(item => Text(parameter.Type.Element, item)).ToArray();
        if (texts.Any(text => text is null))
        {
            return;
        }

        json.WritePropertyName("default");
        json.WriteRawValue(parameter.Type.IsCollection ? $"[{string.Join(", ", texts)}]" : texts[0]!);
    }

    // Only a text that is read as the very same value is one that a person could have written.
    private string? Text(ValueReader reader, object? value)
    {
        if (reader.JsonType == "object")
        {
            return JsonSerializer.Serialize(value, reader.Type, JsonReader.Options);
        }

        var text = value is AbsolutePath path ? Path.GetRelativePath(root, path).Replace('\\', '/') : ValueText.Of(value);
        if (!reader.TryRead(text, root, out var read) || !read.Equals(value))
        {
            return null;
        }

        return reader.JsonType == "string" ? $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"" : text;
    }
}
