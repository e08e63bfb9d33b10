using System.Xml;
using System.Xml.Linq;

namespace Pipelines.Tools;

/// <summary>Reads project files as they are written.</summary>
internal static class ProjectText
{
    private const string SharedFile = "Directory.Build.props";

    public static string? Property(AbsolutePath project, string name) => Written(project, name) ?? (Shared(project.Parent) is { } shared ? Written(shared, name) : null);

    public static bool HasPackageReference(AbsolutePath project, string package) => Load(project).Descendants()
        .Any(item => item.Name.LocalName == "PackageReference" && string.Equals((string?)item.Attribute("Include"), package, StringComparison.OrdinalIgnoreCase));

    // Of several the last one counts, as in MSBuild.
    private static string? Written(AbsolutePath file, string name) => Load(file).Root!.Elements()
        .Where(group => group.Name.LocalName == "PropertyGroup" && group.Attribute("Condition") is null)
        .Elements()
        .LastOrDefault(property => property.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Attribute("Condition") is null)?.Value.Trim();

    private static AbsolutePath? Shared(AbsolutePath? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if ((folder / SharedFile).FileExists())
            {
                return folder / SharedFile;
            }
        }

        return null;
    }

    private static XDocument Load(AbsolutePath file)
    {
        try
        {
            return XDocument.Load(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or XmlException)
        {
            throw new DefinitionException($"'{file}' cannot be read as a project: {exception.Message} Take it out of the solution, or mend it.");
        }
    }
}
