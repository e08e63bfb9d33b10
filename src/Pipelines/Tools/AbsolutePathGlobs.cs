using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Pipelines.Tools;

/// <summary>What is below a folder, always in a fixed order.</summary>
public static class AbsolutePathGlobs
{
    /// <summary>Files below the folder that match a pattern such as <c>**/*.csproj</c>; a pattern with <c>!</c> in front leaves out.</summary>
    public static ImmutableArray<AbsolutePath> GlobFiles(this AbsolutePath folder, params ReadOnlySpan<string> patterns) =>
        [.. MatcherOf(patterns).GetResultsInFullPath(folder).Order(StringComparer.Ordinal).Select(AbsolutePath.Parse)];

    /// <summary>Folders below the folder that match a pattern such as <c>**/bin</c>; a pattern with <c>!</c> in front leaves out. Links are not followed.</summary>
    public static ImmutableArray<AbsolutePath> GlobDirectories(this AbsolutePath folder, params ReadOnlySpan<string> patterns)
    {
        if (!folder.DirectoryExists())
        {
            return [];
        }

        var below = Below(new DirectoryInfo(folder)).Select(found => AbsolutePath.Parse(found.FullName).RelativeTo(folder));
        return [.. MatcherOf(patterns).Match(below).Files.Select(found => found.Path).Order(StringComparer.Ordinal).Select(found => folder / found)];
    }

    /// <summary>Files directly in the folder, or so many levels below.</summary>
    public static ImmutableArray<AbsolutePath> GetFiles(this AbsolutePath folder, string pattern = "*", int depth = 1) =>
        [.. Directory.EnumerateFiles(folder, pattern, Levels(depth)).Order(StringComparer.Ordinal).Select(AbsolutePath.Parse)];

    /// <summary>Folders directly in the folder, or so many levels below.</summary>
    public static ImmutableArray<AbsolutePath> GetDirectories(this AbsolutePath folder, string pattern = "*", int depth = 1) =>
        [.. Directory.EnumerateDirectories(folder, pattern, Levels(depth)).Order(StringComparer.Ordinal).Select(AbsolutePath.Parse)];

    /// <summary>The folder has a file that matches a pattern.</summary>
    public static bool ContainsFile(this AbsolutePath folder, string pattern) => folder.DirectoryExists() && Directory.EnumerateFiles(folder, pattern).Any();

    /// <summary>The folder has a folder that matches a pattern.</summary>
    public static bool ContainsDirectory(this AbsolutePath folder, string pattern) => folder.DirectoryExists() && Directory.EnumerateDirectories(folder, pattern).Any();

    /// <summary>The nearest path above, or null when none is right.</summary>
    public static AbsolutePath? FindParent(this AbsolutePath path, Func<AbsolutePath, bool> isRight)
    {
        var parent = path.Parent;
        while (parent is not null && !isRight(parent))
        {
            parent = parent.Parent;
        }

        return parent;
    }

    private static Matcher MatcherOf(ReadOnlySpan<string> patterns)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in patterns)
        {
            _ = pattern.StartsWith('!') ? matcher.AddExclude(pattern[1..]) : matcher.AddInclude(pattern);
        }

        return matcher;
    }

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo folder) => folder.EnumerateDirectories()
        .SelectMany(child => child.LinkTarget is null ? Below(child).Prepend(child) : [child]);

    private static EnumerationOptions Levels(int depth) => new() { RecurseSubdirectories = depth > 1, MaxRecursionDepth = Math.Max(0, depth - 1), AttributesToSkip = FileAttributes.None };
}
