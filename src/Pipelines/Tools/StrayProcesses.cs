using System.Globalization;

namespace Pipelines.Tools;

/// <summary>
/// Programs that no tree of processes leads to any more, because what started them is gone: a shell ends at Ctrl-C, and what it had put into the
/// background does not. Needs <c>/proc</c>; elsewhere it finds none.
/// </summary>
internal static class StrayProcesses
{
    // They serve other builds as well, and whoever starts the next one expects them.
    private static readonly string[] Shared = ["VBCSCompiler", "/nodemode:"];

    /// <summary>Ids of those in this session whose variables carry a mark: a program that began a session of its own is meant to stay.</summary>
    public static IEnumerable<int> With(string mark)
    {
        var session = Session("self");
        foreach (var folder in session is null ? [] : Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId
                && Read(folder, "environ").Contains($"{CommandMark.Variable}={mark}", StringComparison.Ordinal)
                && Session(Path.GetFileName(folder)) == session
                && !Array.Exists(Shared, word => Read(folder, "cmdline").Contains(word, StringComparison.Ordinal)))
            {
                yield return id;
            }
        }
    }

    // The fourth field behind the name in brackets, which may hold blanks: proc(5).
    private static string? Session(string id) =>
        Read($"/proc/{id}", "stat") is var text && text.LastIndexOf(')') is >= 0 and var end && text[end..].Split(' ') is [_, _, _, _, var session, ..] ? session : null;

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText($"{folder}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
