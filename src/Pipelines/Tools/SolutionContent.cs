using System.Collections.Immutable;
using System.Xml.Linq;

namespace Pipelines.Tools;

/// <summary>What a solution file says. Read by builds, and by the compiler for typed access: hence no words that only a new framework has.</summary>
/// <param name="Folders">Solution folders by their path such as <c>src/tools</c>, those above before those below.</param>
/// <param name="Projects">In the order of the file.</param>
internal sealed record SolutionContent(ImmutableArray<string> Folders, ImmutableArray<SolutionContent.Entry> Projects)
{
    private const string FolderKind = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

    /// <summary>Reads the text of a solution file.</summary>
    /// <exception cref="FormatException">It is no solution.</exception>
    public static SolutionContent Parse(string text, bool isXml) => isXml ? ParseXml(text) : ParseLines(text.Split('\n'));

    private static SolutionContent ParseXml(string text)
    {
        var root = XDocument.Parse(text).Root!;
        if (root.Name.LocalName != "Solution")
        {
            throw new FormatException($"Its root is <{root.Name.LocalName}>, not <Solution>.");
        }

        return new(
            WithParents(root.Elements("Folder").Select(Folder)),
            [.. root.Descendants("Project").Where(project => project.Attribute("Path") is not null).Select(project => new Entry(
                (string?)project.Attribute("DisplayName") ?? NameOf(project.Attribute("Path")!.Value),
                project.Attribute("Path")!.Value.Replace('\\', '/'),
                project.Parent is { Name.LocalName: "Folder" } folder ? Folder(folder) : ""))]);
    }

    private static string Folder(XElement folder) => ((string?)folder.Attribute("Name") ?? "").Trim('/');

    // Project("{kind}") = "Name", "folder\Name.csproj", "{id}"
    private static SolutionContent ParseLines(string[] lines)
    {
        if (!Array.Exists(lines, line => line.StartsWith("Microsoft Visual Studio Solution File", StringComparison.Ordinal)))
        {
            throw new FormatException("It does not start as a solution file.");
        }

        var entries = lines.Where(line => line.StartsWith("Project(", StringComparison.Ordinal)).Select(line => line.Split('"')).Where(parts => parts.Length > 7).ToList();
        var parents = lines.SkipWhile(line => line.Trim() != "GlobalSection(NestedProjects) = preSolution").Skip(1)
            .TakeWhile(line => line.Trim() != "EndGlobalSection")
            .Select(line => line.Split('='))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var names = entries.ToDictionary(parts => parts[7], parts => parts[3], StringComparer.OrdinalIgnoreCase);

        return new(
            WithParents(entries.Where(IsFolder).Select(parts => PathOf(parts[7]))),
            [.. entries.Where(parts => !IsFolder(parts)).Select(parts => new Entry(parts[3], parts[5].Replace('\\', '/'), ParentOf(parts[7])))]);

        static bool IsFolder(string[] parts) => parts[1].Equals(FolderKind, StringComparison.OrdinalIgnoreCase);
        string ParentOf(string id) => parents.TryGetValue(id, out var parent) ? PathOf(parent) : "";
        string PathOf(string id) => $"{ParentOf(id)}/{names[id]}".TrimStart('/');
    }

    private static ImmutableArray<string> WithParents(IEnumerable<string> folders) =>
    [
        .. folders.SelectMany(folder => folder.Split('/').Select((_, index) => string.Join("/", folder.Split('/').Take(index + 1))))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(folder => folder, StringComparer.Ordinal),
    ];

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    /// <summary>A project of the file.</summary>
    /// <param name="Name">As people call it.</param>
    /// <param name="Path">From the folder of the solution, with <c>/</c>.</param>
    /// <param name="Folder">Path of the solution folder, empty outside of any.</param>
    internal sealed record Entry(string Name, string Path, string Folder);
}
