using System.Text.Json;

namespace Pipelines.Parameters;

/// <summary>One of the files <c>.nuke/parameters[.profile].json</c>: an object with a member for each parameter.</summary>
/// <param name="root">Root of the build.</param>
/// <param name="name">From the root, for messages.</param>
/// <param name="declarations">Parameters of the build.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class ParameterFile(AbsolutePath root, string name, IEnumerable<ParameterDeclaration> declarations, List<string> problems)
{
    /// <summary>The file of a profile, or the one for all.</summary>
    public static string NameOf(string? profile) => profile is null ? ".nuke/parameters.json" : $".nuke/parameters.{profile}.json";

    /// <summary>The values of the file; a file that is not there has none.</summary>
    public IReadOnlyList<RawValue> Read()
    {
        // An exception costs more than all the rest that is read at a start.
        if (!File.Exists(root / name))
        {
            return [];
        }
        try
        {
            var text = File.ReadAllText(root / name);

            // Most repositories keep an empty file; it is not worth loading a JSON reader at every start.
            return text.AsSpan().Trim() is "{}" or "" ? [] : Read(text);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException exception)
        {
            problems.Add($"{name}: not valid JSON at line {exception.LineNumber + 1}. {exception.Message}");
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{name}: cannot be read. {exception.Message}");
            return [];
        }
    }

    private List<RawValue> Read(string text)
    {
        using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var values = new List<RawValue>();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{name}: expected an object such as {{ \"Configuration\": \"Release\" }}.");
            return values;
        }

        foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Name != "$schema" && member.Value.ValueKind != JsonValueKind.Null))
        {
            if (declarations.FirstOrDefault(declaration => Spelling.Key(declaration.Name) == Spelling.Key(member.Name)) is not { } parameter)
            {
                problems.Add($"{name}: unknown parameter '{member.Name}'.{Nearest.Hint(member.Name, declarations.Select(declaration => declaration.Name))}");
            }
            else if (Words(member.Value) is not { } words || (!parameter.Type.IsCollection && words.Length != 1))
            {
                problems.Add($"{name}: parameter '{parameter.Name}' cannot be {Shape(member.Value)}: expected {parameter.Type.Element.Expectation}.");
            }
            else if (values.Exists(value => value.Parameter == parameter))
            {
                problems.Add($"{name}: parameter '{parameter.Name}' is there twice. Keep one.");
            }
            else
            {
                values.Add(new(parameter, [.. words], new(ValueSourceKind.File, name)));
            }
        }

        return values;
    }

    private static string[]? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) =>
            [.. value.EnumerateArray().SelectMany(item => Words(item)!)],
        _ => null,
    };

    private static string Shape(JsonElement value) => value.ValueKind == JsonValueKind.Array ? "an array" : "an object";
}
