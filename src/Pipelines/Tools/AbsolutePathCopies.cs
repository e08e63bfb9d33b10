namespace Pipelines.Tools;

/// <summary>Copies and moves; modes of files are kept.</summary>
public static class AbsolutePathCopies
{
    /// <summary>Copies the folder with all in it, over what is there.</summary>
    public static void CopyDirectory(this AbsolutePath folder, AbsolutePath target) => folder.Copy(target, ExistsPolicy.MergeAndOverwrite);

    /// <summary>Copies a file, or a folder with all in it.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="target">Its path afterwards; the folders above are made.</param>
    /// <param name="policy">What is done where something is already.</param>
    /// <param name="exclude">Files and folders below the source that stay behind.</param>
    /// <returns>The target.</returns>
    /// <exception cref="DefinitionException">There is no source, or it holds the target, or something is there and the policy is <see cref="ExistsPolicy.Fail"/>.</exception>
    public static AbsolutePath Copy(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail, Func<AbsolutePath, bool>? exclude = null)
    {
        Check(source, target, policy);
        Transfer(source, target, policy, exclude ?? (_ => false), (from, to) => File.Copy(from, to, overwrite: true));
        return target;
    }

    /// <summary>Moves a file, or a folder with all in it; files that the policy leaves stay where they are.</summary>
    /// <inheritdoc cref="Copy"/>
    public static AbsolutePath Move(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail)
    {
        Check(source, target, policy);
        Transfer(source, target, policy, _ => false, (from, to) => File.Move(from, to, overwrite: true));
        if (source.DirectoryExists() && !Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Any())
        {
            source.DeleteDirectory();
        }

        return target;
    }

    /// <summary>Copies into a folder, under the same name.</summary>
    public static AbsolutePath CopyToDirectory(this AbsolutePath source, AbsolutePath folder, ExistsPolicy policy = ExistsPolicy.Fail, Func<AbsolutePath, bool>? exclude = null) =>
        source.Copy(folder / source.Name, policy, exclude);

    /// <summary>Moves into a folder, under the same name.</summary>
    public static AbsolutePath MoveToDirectory(this AbsolutePath source, AbsolutePath folder, ExistsPolicy policy = ExistsPolicy.Fail) => source.Move(folder / source.Name, policy);

    /// <summary>Gives another name in the same folder.</summary>
    public static AbsolutePath Rename(this AbsolutePath source, string name, ExistsPolicy policy = ExistsPolicy.Fail) => source.Move(source.Parent! / name, policy);

    private static void Check(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        if (!source.Exists())
        {
            throw new DefinitionException($"'{source}' does not exist, so it cannot be copied or moved to '{target}'.");
        }

        if (source.Contains(target))
        {
            throw new DefinitionException($"'{target}' is '{source}' or lies in it. Name a target outside.");
        }

        if (policy == ExistsPolicy.Fail && target.Exists())
        {
            throw new DefinitionException($"'{target}' exists already. Delete it first, or say what is done with {nameof(ExistsPolicy)}.");
        }
    }

    private static void Transfer(AbsolutePath source, AbsolutePath target, ExistsPolicy policy, Func<AbsolutePath, bool> exclude, Action<AbsolutePath, AbsolutePath> transfer)
    {
        if (source.FileExists())
        {
            target.Parent!.CreateDirectory();
            if (!target.FileExists() || Replaces(source, target, policy))
            {
                transfer(source, target);
            }

            return;
        }

        target.CreateDirectory();
        foreach (var child in Directory.EnumerateFileSystemEntries(source).Order(StringComparer.Ordinal).Select(AbsolutePath.Parse).Where(child => !exclude(child)))
        {
            Transfer(child, target / child.Name, policy, exclude, transfer);
        }
    }

    private static bool Replaces(AbsolutePath source, AbsolutePath target, ExistsPolicy policy) => policy switch
    {
        ExistsPolicy.MergeAndOverwrite => true,
        ExistsPolicy.MergeAndOverwriteIfNewer => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(target),
        _ => false,
    };
}
