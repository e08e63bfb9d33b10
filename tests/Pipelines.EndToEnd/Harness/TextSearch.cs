using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipelines.EndToEnd.Harness;

/// <summary>Searches files, whatever they hold, for a text.</summary>
internal static class TextSearch
{
    /// <summary>Files below the folders that hold the text as it is, in UTF-16, as Base64, or as JSON and addresses write it.</summary>
    public static IReadOnlyList<string> FilesWith(string text, params IEnumerable<string> folders)
    {
        byte[][] forms = [.. Forms(text).Select(Encoding.UTF8.GetBytes), Encoding.Unicode.GetBytes(text)];
        var search = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

        return [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", search)).Where(file => Holds(file, forms))];
    }

    /// <summary>Whether an output holds the text, however it is written.</summary>
    public static bool IsIn(string output, string text) => Forms(text).Any(form => output.Contains(form, StringComparison.Ordinal));

    private static IEnumerable<string> Forms(string text) =>
    [
        text,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        JsonEncodedText.Encode(text).Value,
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
        Uri.EscapeDataString(text),
    ];

    private static bool Holds(string file, byte[][] forms)
    {
        try
        {
            var content = File.ReadAllBytes(file);
            return Array.Exists(forms, form => content.AsSpan().IndexOf(form) >= 0);
        }
        catch (IOException)
        {
            // A socket, or gone meanwhile.
            return false;
        }
    }
}
