using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Pipelines.Execution.Caching;

/// <summary>A folder as the search for globs sees it: without those that nobody asks for.</summary>
/// <param name="folder">The folder.</param>
/// <param name="skipped">Names of folders that are not looked into, at any depth.</param>
/// <param name="parent">The folder above; null for the root.</param>
internal sealed class SearchedFolder(DirectoryInfo folder, HashSet<string> skipped, SearchedFolder? parent) : DirectoryInfoBase
{
    public override string Name => folder.Name;

    public override string FullName => folder.FullName;

    public override DirectoryInfoBase? ParentDirectory => parent;

    public override IEnumerable<FileSystemInfoBase> EnumerateFileSystemInfos()
    {
        if (!folder.Exists)
        {
            yield break;
        }
        foreach (var found in folder.EnumerateFileSystemInfos())
        {
            switch (found)
            {
                // A link to a folder may lead back above it.
                case DirectoryInfo child when !skipped.Contains(child.Name) && child.LinkTarget is null:
                    yield return new SearchedFolder(child, skipped, this);
                    break;
                case FileInfo file:
                    yield return new FileInfoWrapper(file);
                    break;
            }
        }
    }

    public override DirectoryInfoBase GetDirectory(string path) => path == ".."
        ? parent ?? throw new DefinitionException("A glob leads above the root. Inputs and outputs are globs below the root.")
        : new SearchedFolder(new(Path.Combine(folder.FullName, path)), skipped, this);

    public override FileInfoBase GetFile(string path) => new FileInfoWrapper(new(Path.Combine(folder.FullName, path)));
}
