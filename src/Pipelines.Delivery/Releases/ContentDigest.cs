using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Delivery.Releases;

/// <summary>SHA-256 over the relative paths and contents of a folder's files, in ordinal order of their paths; times, owners and the folder's own place do not count.</summary>
public static class ContentDigest
{
    /// <summary>Digest of all files below a folder, in hexadecimal.</summary>
    /// <exception cref="DefinitionException">The folder is missing or holds no file: an empty release is a mistake.</exception>
    public static async Task<string> OfFolderAsync(AbsolutePath folder, CancellationToken cancellationToken)
    {
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            : [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        foreach (var (name, file) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(await SHA256.HashDataAsync(content, cancellationToken));
            count++;
        }

        return count > 0
            ? Convert.ToHexStringLower(hash.GetHashAndReset())
            : throw new DefinitionException($"There is nothing to release in {folder}. Publish the service there first.");
    }
}
