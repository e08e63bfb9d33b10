using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Solutions;

/// <summary>Finds the solution of a folder, and where its sources are.</summary>
internal static class SolutionFile
{
    /// <summary>Files that say how a project is restored and compiled.</summary>
    public static ImmutableArray<string> ProjectPatterns { get; } = ["*.csproj", "*.fsproj", "*.vbproj", "*.props", "*.targets", "packages.lock.json", ".editorconfig"];

    /// <summary>The one solution of a folder.</summary>
    /// <exception cref="DefinitionException">There is none, or more than one.</exception>
    public static AbsolutePath Find(AbsolutePath folder)
    {
        string[] found = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".sln" or ".slnx").Order(StringComparer.Ordinal)];
        return found switch
        {
            [var only] => AbsolutePath.Parse(only),
            [] => throw new DefinitionException($"There is no solution in {folder}. Make one with 'dotnet new sln', or override {nameof(IHaveSolution)}.{nameof(IHaveSolution.Solution)}."),
            _ => throw new DefinitionException(
                $"There are several solutions in {folder}: {string.Join(", ", found.Select(Path.GetFileName))}. Say which by overriding {nameof(IHaveSolution)}.{nameof(IHaveSolution.Solution)}."),
        };
    }

    /// <summary>Folders below the root that can hold sources, by name: not hidden ones, nor documentation, nor those that hold what was built.</summary>
    public static ImmutableArray<string> SourceFolders(AbsolutePath root) =>
    [
        .. Directory.EnumerateDirectories(root)
            .Select(folder => Path.GetFileName(folder))
            .Where(name => !name.StartsWith('.') && name is not ("artifacts" or "output" or "docs" or "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];
}
