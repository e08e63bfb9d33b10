using System.Collections.Immutable;
using System.Text.Json;

namespace Pipelines.Tools;

/// <summary>What stands in files; writing makes the folders above.</summary>
public static class AbsolutePathTexts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General) { WriteIndented = true };

    /// <summary>The whole text of a file.</summary>
    public static Task<string> ReadAllTextAsync(this AbsolutePath file, CancellationToken cancellationToken) => File.ReadAllTextAsync(file, cancellationToken);

    /// <summary>Writes the whole text of a file.</summary>
    public static Task WriteAllTextAsync(this AbsolutePath file, string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(file.WithFolder(), text, cancellationToken);

    /// <summary>The whole text of a file.</summary>
    public static string ReadAllText(this AbsolutePath file) => File.ReadAllText(file);

    /// <summary>The lines of a file.</summary>
    public static ImmutableArray<string> ReadAllLines(this AbsolutePath file) => [.. File.ReadLines(file)];

    /// <summary>The bytes of a file.</summary>
    public static byte[] ReadAllBytes(this AbsolutePath file) => File.ReadAllBytes(file);

    /// <summary>Writes the whole text of a file.</summary>
    public static AbsolutePath WriteAllText(this AbsolutePath file, string text)
    {
        File.WriteAllText(file.WithFolder(), text);
        return file;
    }

    /// <summary>Writes the lines of a file, each ended by <c>\n</c>.</summary>
    public static AbsolutePath WriteAllLines(this AbsolutePath file, IEnumerable<string> lines) => file.WriteAllText(string.Concat(lines.Select(line => line + '\n')));

    /// <summary>Writes the bytes of a file.</summary>
    public static AbsolutePath WriteAllBytes(this AbsolutePath file, byte[] bytes)
    {
        File.WriteAllBytes(file.WithFolder(), bytes);
        return file;
    }

    /// <summary>Writes text behind what stands in the file.</summary>
    public static AbsolutePath AppendAllText(this AbsolutePath file, string text)
    {
        File.AppendAllText(file.WithFolder(), text);
        return file;
    }

    /// <summary>Writes what a function makes of the text of the file.</summary>
    public static AbsolutePath UpdateText(this AbsolutePath file, Func<string, string> update) => file.WriteAllText(update(file.ReadAllText()));

    /// <summary>The value that stands in a file as JSON.</summary>
    /// <exception cref="DefinitionException">The file is no JSON, or not of that shape.</exception>
    public static T ReadJson<T>(this AbsolutePath file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(file.ReadAllText(), Json) ?? throw new DefinitionException($"'{file}' holds null where a {typeof(T).Name} is expected.");
        }
        catch (JsonException exception)
        {
            throw new DefinitionException($"'{file}' cannot be read as a {typeof(T).Name}: {exception.Message}");
        }
    }

    /// <summary>Writes a value as indented JSON.</summary>
    public static AbsolutePath WriteJson<T>(this AbsolutePath file, T value) => file.WriteAllText(JsonSerializer.Serialize(value, Json) + '\n');

    private static AbsolutePath WithFolder(this AbsolutePath file)
    {
        file.Parent!.CreateDirectory();
        return file;
    }
}
