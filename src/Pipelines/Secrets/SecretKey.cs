using System.Security.Cryptography;

namespace Pipelines.Secrets;

/// <summary>What opens values of one kind; makes another key for each salt, and each of them once.</summary>
/// <param name="kind">Where the material came from.</param>
/// <param name="material">The passphrase in UTF-8, or the bytes of the key file.</param>
internal sealed class SecretKey(KeyKind kind, byte[] material)
{
    /// <summary>Of PBKDF2 with SHA-256: what OWASP asks for since 2023, about a quarter of a second.</summary>
    public const int Rounds = 600_000;

    private const int KeyBytes = 32;
    private readonly Dictionary<string, byte[]> _bySalt = new(StringComparer.Ordinal);

    /// <summary>Where the material came from.</summary>
    public KeyKind Kind => kind;

    /// <summary>How many keys were made, each at the price of all rounds.</summary>
    public int Made => _bySalt.Count;

    /// <summary>The key of 256 bits for a salt.</summary>
    public byte[] For(ReadOnlySpan<byte> salt)
    {
        var name = Convert.ToHexString(salt);
        lock (_bySalt)
        {
            if (!_bySalt.TryGetValue(name, out var key))
            {
                key = kind == KeyKind.Passphrase
                    ? Rfc2898DeriveBytes.Pbkdf2(material, salt, Rounds, HashAlgorithmName.SHA256, KeyBytes)
                    : HKDF.DeriveKey(HashAlgorithmName.SHA256, material, KeyBytes, [.. salt]);
                _bySalt.Add(name, key);
            }

            return key;
        }
    }
}
