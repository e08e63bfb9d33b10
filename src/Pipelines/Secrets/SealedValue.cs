using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Secrets;

/// <summary>An encrypted value: <c>v1:</c> and in base64 the kind of the key (1 byte), salt (16), nonce (12), tag (16) and the text under AES-256-GCM.</summary>
internal sealed class SealedValue
{
    /// <summary>What an encrypted value starts with.</summary>
    public const string Prefix = "v1:";

    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + SaltBytes + NonceBytes + TagBytes;
    private readonly SecretPlace _place;
    private readonly byte[] _bytes;

    private SealedValue(SecretPlace place, byte[] bytes) => (_place, _bytes) = (place, bytes);

    /// <summary>What opens it.</summary>
    public KeyKind Kind => (KeyKind)_bytes[0];

    /// <summary>Takes the text of a file apart; decrypts nothing.</summary>
    /// <exception cref="DefinitionException">It is no encrypted value.</exception>
    public static SealedValue Read(string text, SecretPlace place)
    {
        var bytes = new byte[text.Length];
        var isWhole = Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), bytes, out var length) && length >= HeadBytes;
        return isWhole && (KeyKind)bytes[0] is (KeyKind.Passphrase or KeyKind.File)
            ? new(place, bytes[..length])
            : throw new DefinitionException($"{place} starts with '{Prefix}' but is no encrypted value: it was changed or cut. Set it again: {place.SetCommand}");
    }

    /// <summary>Encrypts with a new salt and nonce.</summary>
    public static string Write(string value, SecretKey key, SecretPlace place)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var bytes = new byte[HeadBytes + plain.Length];
        bytes[0] = (byte)key.Kind;
        RandomNumberGenerator.Fill(bytes.AsSpan(1, SaltBytes + NonceBytes));
        using var aes = new AesGcm(key.For(Salt(bytes)), TagBytes);
        aes.Encrypt(Nonce(bytes), plain, bytes.AsSpan(HeadBytes), Tag(bytes), place.Associated);
        return Prefix + Convert.ToBase64String(bytes);
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="DefinitionException">The key is another one, or the value was changed or moved here from another place.</exception>
    public string Open(SecretKey key)
    {
        try
        {
            var plain = new byte[_bytes.Length - HeadBytes];
            using var aes = new AesGcm(key.For(Salt(_bytes)), TagBytes);
            aes.Decrypt(Nonce(_bytes), _bytes.AsSpan(HeadBytes), Tag(_bytes), plain, _place.Associated);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            var name = key.Kind == KeyKind.Passphrase ? "passphrase" : "key file";
            throw new DefinitionException($"{_place} cannot be decrypted: the {name} is another one, or the value was changed or moved from another parameter or profile. Give the right {name}, or set it again: {_place.SetCommand}");
        }
    }

    private static Span<byte> Salt(byte[] bytes) => bytes.AsSpan(1, SaltBytes);

    private static Span<byte> Nonce(byte[] bytes) => bytes.AsSpan(1 + SaltBytes, NonceBytes);

    private static Span<byte> Tag(byte[] bytes) => bytes.AsSpan(1 + SaltBytes + NonceBytes, TagBytes);
}
