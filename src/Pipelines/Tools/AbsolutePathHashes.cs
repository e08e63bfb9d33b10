using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Tools;

/// <summary>What files hold, as a hash: SHA-256 in lower-case hex.</summary>
public static class AbsolutePathHashes
{
    /// <summary>Of what a file holds.</summary>
    public static string GetFileHash(this AbsolutePath file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Of the names and contents of all files below a folder.</summary>
    public static string GetDirectoryHash(this AbsolutePath folder, params ReadOnlySpan<string> patterns)
    {
        var lines = folder.GlobFiles(patterns.IsEmpty ? ["**/*"] : patterns).Select(file => $"{file.GetFileHash()} {file.RelativeTo(folder)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
