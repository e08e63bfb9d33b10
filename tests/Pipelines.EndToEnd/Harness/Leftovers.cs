using System.Globalization;

namespace Pipelines.EndToEnd.Harness;

/// <summary>Finds processes that belong to a folder: started from it, or working in it.</summary>
internal static class Leftovers
{
    /// <summary>Process id and command line of each, read from <c>/proc</c>; none where there is no <c>/proc</c>.</summary>
    public static IReadOnlyDictionary<int, string> In(AbsolutePath folder)
    {
        var found = new Dictionary<int, string>();
        foreach (var entry in Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc") : [])
        {
            if (int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId && CommandLine(entry, folder) is { } command)
            {
                found[id] = command;
            }
        }

        return found;
    }

    private static string? CommandLine(string process, string folder)
    {
        try
        {
            var command = File.ReadAllText($"{process}/cmdline").Replace('\0', ' ').Trim();
            var place = File.ResolveLinkTarget($"{process}/cwd", returnFinalTarget: false)?.FullName;
            return command.Contains(folder, StringComparison.Ordinal) || place?.StartsWith(folder, StringComparison.Ordinal) == true ? command : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or belongs to someone else.
            return null;
        }
    }
}
