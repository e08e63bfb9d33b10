using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Pipelines.Execution.Caching;

/// <summary>
/// Finds files below the root by globs: <c>src/**/*.cs</c>; a folder means all in it, a leading <c>!</c> leaves out.
/// Folders that are left out by name (<c>!**/obj/**</c>) are not even looked into, and never those of git, npm and the engine.
/// </summary>
internal sealed class Globs(AbsolutePath root, Stillness stillness)
{
    private const string Anywhere = "**/";
    private const string Everything = "/**";
    private static readonly string[] NeverSearched = [".git", "node_modules"];

    /// <summary>The path, from the root, leads to no place outside of it.</summary>
    public static bool IsBelow(string path) => path.Length > 0 && !Path.IsPathRooted(path) && !path.Split('/').Contains("..", StringComparer.Ordinal);

    /// <summary>Paths from the root with <c>/</c>, each once, sorted.</summary>
    public string[] Find(ImmutableArray<string> globs)
    {
        var name = $"globs\n{string.Join('\n', globs)}";
        return stillness.Recall<string[]>(name) ?? stillness.Remember(name, Search(globs));
    }

    private string[] Search(ImmutableArray<string> globs)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var skipped = new HashSet<string>(NeverSearched, StringComparer.Ordinal);
        var matcher = new Matcher(StringComparison.Ordinal);
        var any = false;
        foreach (var glob in globs)
        {
            var excludes = glob.StartsWith('!');
            var pattern = FromRoot(excludes ? glob[1..] : glob);
            if (!excludes && File.Exists(root / pattern))
            {
                files.Add(pattern);
                continue;
            }
            if (excludes && FolderName(pattern) is { } name)
            {
                skipped.Add(name);
            }
            var whole = Directory.Exists(root / pattern) ? $"{pattern}/**/*" : pattern;
            _ = excludes ? matcher.AddExclude(whole) : matcher.AddInclude(whole);
            any |= !excludes;
        }
        if (any)
        {
            foreach (var match in matcher.Execute(new SearchedFolder(new(root), skipped, parent: null)).Files)
            {
                files.Add(match.Path);
            }
        }
        return [.. files];
    }

    // "**/obj/**" leaves out every folder of that name.
    private static string? FolderName(string pattern) =>
        pattern.StartsWith(Anywhere, StringComparison.Ordinal) && pattern.EndsWith(Everything, StringComparison.Ordinal) && pattern.Length > Anywhere.Length + Everything.Length
        && pattern[Anywhere.Length..^Everything.Length] is var name && !name.AsSpan().ContainsAny('*', '/') ? name : null;

    /// <summary>What a target reads or writes lies below the root, or another checkout would not be the same.</summary>
    private string FromRoot(string glob)
    {
        if (!Path.IsPathRooted(glob))
        {
            return glob.Replace('\\', '/').TrimEnd('/');
        }
        var relative = Path.GetRelativePath(root, glob).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal)
            ? throw new DefinitionException($"'{glob}' lies outside the root '{root}'. Inputs and outputs are globs below the root.")
            : relative;
    }
}
