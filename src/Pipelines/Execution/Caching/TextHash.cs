using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Execution.Caching;

/// <summary>SHA-256 of texts, as hexadecimal digits.</summary>
internal static class TextHash
{
    public static string Of(params ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            // The length in front keeps "ab","c" and "a","bc" apart.
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
