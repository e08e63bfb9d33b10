using System.Text.RegularExpressions;

namespace Pipelines.Hosts;

/// <summary>What a compiler or an analyzer found, as MSBuild prints it: <c>path(line,column): error CS0103: message [project]</c>.</summary>
/// <param name="Path">As it was printed.</param>
/// <param name="Line">From 1; empty when it concerns the whole file.</param>
/// <param name="Column">From 1; empty when it concerns the whole line.</param>
/// <param name="IsError">Else it is a warning.</param>
/// <param name="Code">Such as <c>CS0103</c>.</param>
/// <param name="Message">Without the project.</param>
internal sealed partial record Diagnostic(string Path, string Line, string Column, bool IsError, string Code, string Message)
{
    /// <summary>The path from a folder, with slashes; as it was printed where it is elsewhere.</summary>
    public string PathFrom(AbsolutePath root) => (Path.StartsWith($"{root}/", StringComparison.Ordinal) ? Path[(root.ToString().Length + 1)..] : Path).Replace('\\', '/');

    /// <summary>Reads a line; null when it is no diagnostic.</summary>
    public static Diagnostic? Read(string line)
    {
        // The expression is slow on what it does not match, and nearly no line has both words.
        if (!line.Contains("): ", StringComparison.Ordinal) || Form().Match(line) is not { Success: true } found)
        {
            return null;
        }
        string Part(string name) => found.Groups[name].Value;
        return new(Part("path").Trim(), Part("line"), Part("column"), Part("kind") == "error", Part("code"), Part("message").Trim());
    }

    // The range may be (line), (line,column) or (line,column,endLine,endColumn).
    [GeneratedRegex(@"^\s*(?:\d+>)?(?<path>[^()\s][^()]*)\((?<line>\d{1,9})(?:,(?<column>\d+))?(?:,\d+,\d+)?\): (?<kind>error|warning) (?<code>[A-Za-z]+\d+): (?<message>.*?)(?: \[[^\[\]]+proj(?:::[^\[\]]*)?\])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
