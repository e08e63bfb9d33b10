using System.Security.Cryptography;
using System.Text;

namespace Sample.Storefront.Orders;

/// <summary>The secret behind the receipts; prints as nothing.</summary>
internal sealed class SigningKey
{
    private const int Shortest = 16;
    private readonly byte[] _key;

    private SigningKey(byte[] key) => _key = key;

    /// <summary>The key as configured, or a random one that dies with the process.</summary>
    /// <exception cref="StartRefusedException">The key is too short to protect anything.</exception>
    public static SigningKey Read(string? text) => text switch
    {
        null or "" => new(RandomNumberGenerator.GetBytes(32)),
        { Length: >= Shortest } => new(Encoding.UTF8.GetBytes(text)),
        _ => throw new StartRefusedException(
            $"Orders:SigningKey is too short: give {Shortest} characters or more, or none for a random key per process.", StartRefusedException.Configuration),
    };

    /// <summary>HMAC-SHA256 (RFC 2104) of the text, in hexadecimal.</summary>
    public string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
