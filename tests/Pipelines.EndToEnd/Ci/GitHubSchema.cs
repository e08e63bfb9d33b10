using System.Collections.Immutable;
using System.Text.Json;

namespace Pipelines.EndToEnd.Ci;

/// <summary>What GitHub's own schema of workflows says, as its parser reads it.</summary>
internal sealed class GitHubSchema(JsonElement definitions)
{
    private const string Root = "workflow-root-strict";

    // "string" and its like are known to the reader, and have no more to say.
    private static readonly JsonElement Simple = JsonDocument.Parse("{}").RootElement;

    public static async Task<GitHubSchema> ReadAsync()
    {
        await Checkers.NodeAsync();
        var text = await File.ReadAllTextAsync(Checkers.Folder / "node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json");
        return new(JsonDocument.Parse(text).RootElement.GetProperty("definitions"));
    }

    /// <summary>Contexts that an expression may read at a position.</summary>
    /// <param name="path">Keys from the top, parted by dots; <c>*</c> is any key or item.</param>
    public ImmutableArray<string> Contexts(string path)
    {
        var contexts = ImmutableArray.CreateBuilder<string>();
        var definition = definitions.GetProperty(Root);
        foreach (var key in path.Split('.'))
        {
            definition = Child(definition, key) ?? throw new InvalidOperationException($"GitHub's schema has no '{key}' of {path}.");

            // What is known around a position is known there.
            contexts.AddRange(Context(definition));
        }

        return [.. contexts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Keys of a map by the name of its definition, with the name of what each takes.</summary>
    public ImmutableSortedDictionary<string, string> Keys(string definition) => definitions.GetProperty(definition).GetProperty("mapping").GetProperty("properties").EnumerateObject()
        .ToImmutableSortedDictionary(key => key.Name, key => TypeOf(key.Value), StringComparer.Ordinal);

    private JsonElement? Child(JsonElement definition, string key)
    {
        if (definition.TryGetProperty("one-of", out var others))
        {
            return others.EnumerateArray().Select(other => Child(Named(other.GetString()!), key)).FirstOrDefault(child => child is not null);
        }

        var name = definition.TryGetProperty("mapping", out var mapping)
            ? mapping.TryGetProperty("properties", out var keys) && keys.TryGetProperty(key, out var type) ? TypeOf(type)
                : mapping.TryGetProperty("loose-value-type", out var any) && key == "*" ? TypeOf(any) : null
            : definition.TryGetProperty("sequence", out var sequence) && key == "*" ? TypeOf(sequence.GetProperty("item-type")) : null;
        return name is null ? null : Named(name);
    }

    private JsonElement Named(string name) => definitions.TryGetProperty(name, out var definition) ? definition : Simple;

    private static string TypeOf(JsonElement type) => type.ValueKind == JsonValueKind.String ? type.GetString()! : type.GetProperty("type").GetString()!;

    private static IEnumerable<string> Context(JsonElement definition) => definition.TryGetProperty("context", out var context) ? context.EnumerateArray().Select(name => name.GetString()!) : [];
}
