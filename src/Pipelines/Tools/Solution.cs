using System.Collections.Immutable;
using System.Xml;

namespace Pipelines.Tools;

/// <summary>The projects and folders of a <c>.sln</c> or <c>.slnx</c> file; found and read when first asked.</summary>
public sealed class Solution
{
    private readonly Lazy<AbsolutePath> _path;
    private readonly Lazy<SolutionFolder> _root;
    private readonly Lazy<ImmutableArray<SolutionProject>> _projects;

    internal Solution(Func<AbsolutePath> path, Func<AbsolutePath, string> read)
    {
        _path = new(path);
        var content = new Lazy<SolutionContent>(() => Parse(Path, () => read(Path)));
        _projects = new(() => [.. content.Value.Projects.Select(entry => new SolutionProject(entry.Name, Directory / entry.Path) { Folder = entry.Folder })]);
        _root = new(() => FolderOf("", content.Value.Folders));
    }

    /// <summary>The solution file.</summary>
    /// <exception cref="DefinitionException">None was named, and the folder has none or several.</exception>
    public AbsolutePath Path => _path.Value;

    /// <summary>File name without its extension.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>File name with its extension.</summary>
    public string FileName => Path.Name;

    /// <summary>The folder of the file.</summary>
    public AbsolutePath Directory => Path.Parent!;

    /// <summary>Every project, in the order of the file.</summary>
    /// <exception cref="DefinitionException">The file does not exist or is no solution.</exception>
    public ImmutableArray<SolutionProject> AllProjects => _projects.Value;

    /// <summary>Every solution folder, those above before those below.</summary>
    public ImmutableArray<SolutionFolder> AllSolutionFolders => [.. _root.Value.Below()];

    /// <summary>Projects outside of any solution folder.</summary>
    public ImmutableArray<SolutionProject> Projects => _root.Value.Projects;

    /// <summary>Solution folders that are in no other.</summary>
    public ImmutableArray<SolutionFolder> SolutionFolders => _root.Value.SolutionFolders;

    /// <summary>The path, for whatever takes a string.</summary>
    public static implicit operator string(Solution solution) => solution.Path;

    /// <summary>The path.</summary>
    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    /// <summary>A solution that is read when first asked.</summary>
    public static Solution At(AbsolutePath path) => new(() => path, file => File.ReadAllText(file));

    /// <summary>Reads a solution file now.</summary>
    /// <exception cref="DefinitionException">It does not exist or is no solution.</exception>
    public static async Task<Solution> ReadAsync(AbsolutePath path, CancellationToken cancellationToken)
    {
        var text = path.FileExists() ? await File.ReadAllTextAsync(path, cancellationToken) : null;
        var solution = new Solution(() => path, file => text ?? throw new FileNotFoundException("There is no such file."));
        _ = solution._root.Value;
        return solution;
    }

    /// <summary>The one solution file of a folder.</summary>
    /// <exception cref="DefinitionException">There is none, or more than one.</exception>
    public static AbsolutePath Find(AbsolutePath folder)
    {
        // Asked for by most runs, so without the parts that globbing brings.
        ImmutableArray<AbsolutePath> found = [.. System.IO.Directory.EnumerateFiles(folder).Select(AbsolutePath.Parse).Where(file => file.Extension is ".sln" or ".slnx").OrderBy(file => file.Name, StringComparer.Ordinal)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new DefinitionException($"There is no solution in {folder}. Make one with 'dotnet new sln', or say where it is: [Solution(\"folder/name.sln\")], or override Solution of the component."),
            _ => throw new DefinitionException(
                $"There are several solutions in {folder}: {string.Join(", ", found.Select(file => file.Name))}. Say which with [Solution(\"{found[0].Name}\")], or override Solution of the component."),
        };
    }

    /// <summary>The project of this name, in whatever solution folder.</summary>
    /// <exception cref="DefinitionException">There is none.</exception>
    public SolutionProject GetProject(string name) => AllProjects.FirstOrDefault(project => project.Name == name)
        ?? throw new DefinitionException($"Project '{name}' is not in {FileName}. Its projects: {string.Join(", ", AllProjects.Select(project => project.Name))}.");

    /// <summary>The solution folder of this path, such as <c>src</c> or <c>src/tools</c>.</summary>
    /// <exception cref="DefinitionException">There is none.</exception>
    public SolutionFolder GetSolutionFolder(string path) => AllSolutionFolders.FirstOrDefault(folder => folder.Path == path)
        ?? throw new DefinitionException($"Solution folder '{path}' is not in {FileName}. Its folders: {string.Join(", ", AllSolutionFolders.Select(folder => folder.Path))}.");

    /// <summary>As the conversion.</summary>
    public AbsolutePath ToAbsolutePath() => Path;

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static SolutionContent Parse(AbsolutePath path, Func<string> read)
    {
        try
        {
            return SolutionContent.Parse(read(), isXml: path.Extension == ".slnx");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or XmlException or FormatException)
        {
            throw new DefinitionException($"'{path}' cannot be read as a solution: {exception.Message} Name a .sln or .slnx file that 'dotnet sln list' can read.");
        }
    }

    private SolutionFolder FolderOf(string path, ImmutableArray<string> folders) => new(
        path,
        [.. folders.Where(folder => folder.Length > 0 && ParentOf(folder) == path).Select(folder => FolderOf(folder, folders))],
        [.. AllProjects.Where(project => project.Folder == path)]);

    private static string ParentOf(string folder) => folder.LastIndexOf('/') is > 0 and var slash ? folder[..slash] : "";
}
