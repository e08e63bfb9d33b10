using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Pipelines.Tools;

/// <summary>The projects of a <c>.sln</c> or <c>.slnx</c> file.</summary>
/// <param name="Path">The solution file.</param>
/// <param name="Projects">In the order of the file; solution folders are left out.</param>
public sealed record Solution(AbsolutePath Path, ImmutableArray<SolutionProject> Projects)
{
    private const string Folder = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

    /// <summary>Reads a solution file.</summary>
    /// <exception cref="DefinitionException">It does not exist or is no solution.</exception>
    public static async Task<Solution> ReadAsync(AbsolutePath path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            var projects = System.IO.Path.GetExtension(path) == ".slnx" ? ReadXml(text) : ReadLines(text);
            return new(path, [.. projects.Select(project => Locate(path, project))]);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or XmlException)
        {
            throw new DefinitionException($"'{path}' cannot be read as a solution: {exception.Message} Name a .sln or .slnx file that 'dotnet sln list' can read.");
        }
    }

    /// <summary>The project of this name.</summary>
    /// <exception cref="DefinitionException">There is none.</exception>
    public SolutionProject Project(string name) => Projects.FirstOrDefault(project => project.Name == name)
        ?? throw new DefinitionException($"Project '{name}' is not in {Path.Name}. Its projects: {string.Join(", ", Projects.Select(project => project.Name))}.");

    private static IEnumerable<string> ReadXml(string text) =>
        XDocument.Parse(text).Descendants("Project").Select(project => (string?)project.Attribute("Path")).OfType<string>();

    // Project("{kind}") = "Name", "folder\Name.csproj", "{id}"
    private static IEnumerable<string> ReadLines(string text) =>
        from line in text.Split('\n')
        where line.StartsWith("Project(", StringComparison.Ordinal) && !line.Contains(Folder, StringComparison.OrdinalIgnoreCase)
        let parts = line.Split('"')
        where parts.Length > 5
        select parts[5];

    private static SolutionProject Locate(AbsolutePath solution, string project)
    {
        var path = solution.Parent! / project.Replace('\\', '/');
        return new(System.IO.Path.GetFileNameWithoutExtension(path), path);
    }
}
