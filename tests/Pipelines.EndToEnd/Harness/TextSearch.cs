using System.Text;

namespace Pipelines.EndToEnd.Harness;

/// <summary>Searches files, whatever they hold, for a text.</summary>
internal static class TextSearch
{
    /// <summary>Files below the folders that hold the text as it is, in UTF-16 or as Base64.</summary>
    public static IReadOnlyList<string> FilesWith(string text, params IEnumerable<string> folders)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))];
        var search = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

        return [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", search)).Where(file => Holds(file, forms))];
    }

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
