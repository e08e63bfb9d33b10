using System.Text.Json;

namespace Pipelines.Parameters;

/// <summary>One of the files <c>.nuke/parameters[.profile].json</c>: an object with a member for each parameter.</summary>
/// <param name="root">Root of the build.</param>
/// <param name="profile">Whose file it is; null for the one of all.</param>
/// <param name="declarations">Parameters of the build.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class ParameterFile(AbsolutePath root, string? profile, IEnumerable<ParameterDeclaration> declarations, List<string> problems)
{
    private readonly string _name = NameOf(profile);

    /// <summary>The file of a profile, or the one for all.</summary>
    public static string NameOf(string? profile) => profile is null ? ".nuke/parameters.json" : $".nuke/parameters.{profile}.json";

    /// <summary>The values of the file; a file that is not there has none.</summary>
    public IReadOnlyList<RawValue> Read()
    {
        // An exception costs more than all the rest that is read at a start.
        if (!File.Exists(root / _name))
        {
            return [];
        }
        try
        {
            var text = File.ReadAllText(root / _name);

            return IsEmpty(text) ? [] : Read(text);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException exception)
        {
            problems.Add($"{_name}: not valid JSON at line {exception.LineNumber + 1}. {exception.Message}");
            return [];
        }
        catch (InvalidOperationException exception)
        {
            // Half a surrogate pair in an escape is JSON but no text.
            problems.Add($"{_name}: holds text that is none. {exception.Message}");
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{_name}: cannot be read. {exception.Message}");
            return [];
        }
    }

    // Most repositories keep a file that names its schema and nothing else; it is not worth loading a JSON reader at every start.
    private static bool IsEmpty(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest is not ['{', .., '}'])
        {
            return rest.IsEmpty;
        }

        rest = rest[1..^1].Trim();
        return rest.IsEmpty || (rest.StartsWith("\"$schema\"") && rest.EndsWith('"') && rest.Count('"') == 4 && !rest.Contains('\\') && rest[9..].TrimStart() is [':', ..]);
    }

    private List<RawValue> Read(string text)
    {
        using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var values = new List<RawValue>();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{_name}: expected an object such as {{ \"Configuration\": \"Release\" }}.");
            return values;
        }

        foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Name != "$schema" && member.Value.ValueKind != JsonValueKind.Null))
        {
            if (declarations.FirstOrDefault(declaration => Spelling.Key(declaration.Name) == Spelling.Key(member.Name)) is not { } parameter)
            {
                problems.Add($"{_name}: unknown parameter '{member.Name}'.{Nearest.Hint(member.Name, declarations.Select(declaration => declaration.Name))}");
            }
            else if (Words(member.Value, parameter.Type) is not { } words)
            {
                problems.Add($"{_name}: parameter '{parameter.Name}' cannot be {Shape(member.Value)}: expected {parameter.Type.Element.Expectation}.");
            }
            else if (values.Exists(value => value.Parameter == parameter))
            {
                problems.Add($"{_name}: parameter '{parameter.Name}' is there twice. Keep one.");
            }
            else
            {
                values.Add(new(parameter, [.. words], new(ValueSourceKind.File, _name) { Profile = profile }));
            }
        }

        return values;
    }

    private static string[]? Words(JsonElement value, ParameterType type) => value.ValueKind switch
    {
        JsonValueKind.Array when !type.IsDictionary && (type.IsCollection || value.GetArrayLength() == 1) && value.EnumerateArray().All(item => Word(item, type) is not null) => [.. value.EnumerateArray().Select(item => Word(item, type)!)],
        JsonValueKind.Object when type.IsDictionary && value.EnumerateObject().All(entry => Word(entry.Value, type) is not null) => [.. value.EnumerateObject().Select(entry => $"{entry.Name}={Word(entry.Value, type)}")],
        _ when Word(value, type) is { } word => [word],
        _ => null,
    };

    private static string? Word(JsonElement value, ParameterType type) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object when type.Element.JsonType == "object" => value.GetRawText(),
        _ => null,
    };

    private static string Shape(JsonElement value) => value.ValueKind == JsonValueKind.Array ? "an array" : "an object";
}
