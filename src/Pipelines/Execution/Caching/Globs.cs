using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Pipelines.Execution.Caching;

/// <summary>Finds files below the root by globs: <c>src/**/*.cs</c>; a folder means all in it, a leading <c>!</c> leaves out.</summary>
internal sealed class Globs(AbsolutePath root)
{
    /// <summary>Paths from the root with <c>/</c>, each once, sorted.</summary>
    public ImmutableArray<string> Find(IEnumerable<string> globs)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
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
            var whole = Directory.Exists(root / pattern) ? $"{pattern}/**/*" : pattern;
            _ = excludes ? matcher.AddExclude(whole) : matcher.AddInclude(whole);
            any |= !excludes;
        }
        if (any)
        {
            files.UnionWith(matcher.GetResultsInFullPath(root).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')));
        }
        return [.. files];
    }

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
