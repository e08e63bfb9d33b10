using System.Collections.Immutable;
using Pipelines.Testing;

namespace Pipelines.Tests.Architecture;

/// <summary>The files that people keep in the repository.</summary>
internal static class Sources
{
    private static readonly HashSet<string> NotKept = new([".git", "artifacts", "output", "bin", "obj", "node_modules", ".idea", ".vs", ".vscode"], StringComparer.Ordinal);

    /// <summary>Every kept file, as its path from the root with slashes, in ordinal order.</summary>
    public static ImmutableArray<string> Files { get; } =
        [.. Below(new DirectoryInfo(Repository.Root)).Select(Relative).Where(IsKept).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Code => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string[] Lines(string file) => File.ReadAllLines(Repository.Root / file);

    private static IEnumerable<string> Below(DirectoryInfo folder) => folder.EnumerateFiles().Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(child => !NotKept.Contains(child.Name)).SelectMany(Below));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static bool IsKept(string file) =>
        !file.StartsWith(".nuke/temp/", StringComparison.Ordinal) && !file.EndsWith(".received.txt", StringComparison.Ordinal);
}
