using System.Formats.Tar;
using System.IO.Compression;

namespace Pipelines.Tools;

/// <summary>Archives of folders; unpacking never writes outside the target.</summary>
public static class AbsolutePathArchives
{
    /// <summary>Packs the files below the folder, in a fixed order.</summary>
    /// <param name="folder">Its name is no part of the archive.</param>
    /// <param name="archive">Written anew, with the folders above it.</param>
    /// <param name="filter">Which files; all unless set.</param>
    public static AbsolutePath ZipTo(this AbsolutePath folder, AbsolutePath archive, Func<AbsolutePath, bool>? filter = null)
    {
        archive.Parent!.CreateDirectory();
        var files = Files(folder, archive, filter);
        using var stream = File.Create(archive);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            zip.CreateEntryFromFile(file, file.RelativeTo(folder));
        }

        return archive;
    }

    /// <summary>Unpacks into a folder, over what is there.</summary>
    public static AbsolutePath UnZipTo(this AbsolutePath archive, AbsolutePath folder)
    {
        ZipFile.ExtractToDirectory(archive, folder.CreateDirectory(), overwriteFiles: true);
        return folder;
    }

    /// <inheritdoc cref="ZipTo"/>
    public static AbsolutePath TarGZipTo(this AbsolutePath folder, AbsolutePath archive, Func<AbsolutePath, bool>? filter = null)
    {
        archive.Parent!.CreateDirectory();
        var files = Files(folder, archive, filter);
        using var stream = File.Create(archive);
        using var packed = new GZipStream(stream, CompressionLevel.Optimal);
        using var tar = new TarWriter(packed);
        foreach (var file in files)
        {
            tar.WriteEntry(file, file.RelativeTo(folder));
        }

        return archive;
    }

    /// <inheritdoc cref="UnZipTo"/>
    public static AbsolutePath UnTarGZipTo(this AbsolutePath archive, AbsolutePath folder)
    {
        using var packed = File.OpenRead(archive);
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(stream, folder.CreateDirectory(), overwriteFiles: true);
        return folder;
    }

    // Listed before the archive is written: it may lie in the folder itself.
    private static List<AbsolutePath> Files(AbsolutePath folder, AbsolutePath archive, Func<AbsolutePath, bool>? filter) =>
        [.. folder.GetFiles(depth: int.MaxValue).Where(file => file != archive && filter?.Invoke(file) != false)];
}
