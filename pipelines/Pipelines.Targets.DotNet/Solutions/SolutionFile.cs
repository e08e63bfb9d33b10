using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Solutions;

/// <summary>The projects of a solution, read without MSBuild; both formats.</summary>
internal static partial class SolutionFile
{
    /// <summary>The one solution of a folder.</summary>
    /// <exception cref="DefinitionException">There is none, or more than one.</exception>
    public static AbsolutePath Find(AbsolutePath folder)
    {
        string[] found = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".sln" or ".slnx").Order(StringComparer.Ordinal)];
        return found switch
        {
            [var only] => AbsolutePath.Parse(only),
            [] => throw new DefinitionException($"There is no solution in {folder}. Create one with 'dotnet new sln', or override {nameof(IHaveSolution)}.{nameof(IHaveSolution.Solution)}."),
            _ => throw new DefinitionException(
                $"There are several solutions in {folder}: {string.Join(", ", found.Select(Path.GetFileName))}. Say which in {nameof(IHaveSolution)}.{nameof(IHaveSolution.Solution)}."),
        };
    }

    /// <summary>The projects, in the order of the file.</summary>
    public static ImmutableArray<ProjectFile> Projects(AbsolutePath solution)
    {
        var folder = solution.Parent!;
        var text = File.ReadAllText(solution);
        return [.. ProjectPaths(text).Select(path => ProjectFile.Read(folder / path))];
    }

    /// <summary>The paths of the projects as a solution's text has them, with <c>/</c>.</summary>
    internal static IEnumerable<string> ProjectPaths(string text) =>
        (text.TrimStart('\uFEFF').TrimStart().StartsWith('<')
            ? XDocument.Parse(text).Descendants("Project").Select(project => project.Attribute("Path")?.Value ?? "")
            : ProjectLine().Matches(text).Select(line => line.Groups["path"].Value))
        .Where(path => path.EndsWith("proj", StringComparison.Ordinal))
        .Select(path => path.Replace('\\', '/'));

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*)",""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectLine();
}
