using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Solutions;

/// <summary>Where the sources of a solution are.</summary>
internal static class SolutionFile
{
    /// <summary>Files that say how a project is restored and compiled.</summary>
    public static ImmutableArray<string> ProjectPatterns { get; } = ["*.csproj", "*.fsproj", "*.vbproj", "*.props", "*.targets", "packages.lock.json", ".editorconfig"];

    /// <summary>Folders below the root that can hold sources, by name: not hidden ones, nor documentation, nor those that hold what was built.</summary>
    public static ImmutableArray<string> SourceFolders(AbsolutePath root) =>
    [
        .. Directory.EnumerateDirectories(root)
            .Select(folder => Path.GetFileName(folder))
            .Where(name => !name.StartsWith('.') && name is not ("artifacts" or "output" or "docs" or "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether <c>Directory.Build.props</c> asks the SDK for one folder of all that it compiles.</summary>
    public static bool UsesArtifactsOutput(AbsolutePath root) =>
        root / "Directory.Build.props" is var props && File.Exists(props)
        && File.ReadAllText(props).Contains("<UseArtifactsOutput>true</UseArtifactsOutput>", StringComparison.OrdinalIgnoreCase);
}
