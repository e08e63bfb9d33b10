using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Pipelines.Tools;

/// <summary>What a path touches on disk.</summary>
public static class AbsolutePathFiles
{
    /// <summary>There is a file.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>There is a folder.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>Files below the folder that match a pattern such as <c>**/*.csproj</c>, in a fixed order; a pattern with <c>!</c> in front leaves out.</summary>
    public static ImmutableArray<AbsolutePath> GlobFiles(this AbsolutePath folder, params ReadOnlySpan<string> patterns)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in patterns)
        {
            if (pattern.StartsWith('!'))
            {
                matcher.AddExclude(pattern[1..]);
            }
            else
            {
                matcher.AddInclude(pattern);
            }
        }

        return [.. matcher.GetResultsInFullPath(folder).Order(StringComparer.Ordinal).Select(AbsolutePath.Parse)];
    }

    /// <summary>From a folder to this path, with <c>/</c> on every system.</summary>
    public static string RelativeTo(this AbsolutePath path, AbsolutePath folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>Makes the folder and those above; one that is there stays as it is.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath folder)
    {
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Makes the folder, or empties it.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath folder) => folder.DeleteDirectory().CreateDirectory();

    /// <summary>Deletes the folder with all in it; a link is removed, not followed.</summary>
    /// <exception cref="DefinitionException">The folder is the root of a file system.</exception>
    public static AbsolutePath DeleteDirectory(this AbsolutePath folder)
    {
        if (folder.Parent is null)
        {
            throw new DefinitionException($"'{folder}' is the root of a file system and is not deleted. Name a folder below it.");
        }

        var found = new DirectoryInfo(folder);
        if (found.Exists)
        {
            // A link goes by itself: its target is someone else's.
            found.Delete(recursive: found.LinkTarget is null);
        }

        return folder;
    }

    /// <summary>Copies the folder with all in it, over what is there; modes of files are kept.</summary>
    public static void CopyDirectory(this AbsolutePath folder, AbsolutePath target)
    {
        Directory.CreateDirectory(target);
        foreach (var directory in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(target, Path.GetRelativePath(folder, directory)));
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(target, Path.GetRelativePath(folder, file)), overwrite: true);
        }
    }

    /// <summary>The whole text of a file.</summary>
    public static Task<string> ReadAllTextAsync(this AbsolutePath file, CancellationToken cancellationToken) => File.ReadAllTextAsync(file, cancellationToken);

    /// <summary>Writes the whole text of a file, with the folders above it.</summary>
    public static Task WriteAllTextAsync(this AbsolutePath file, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(file.Parent!);
        return File.WriteAllTextAsync(file, text, cancellationToken);
    }
}
