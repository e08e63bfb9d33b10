using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Delivery.Releases;

/// <summary>Tells whether a secret changed without telling what it is.</summary>
public static class SecretFingerprint
{
    // OWASP's figure for PBKDF2-HMAC-SHA256 (password storage cheat sheet, 2023): guessing from a ledger costs as much as from a password table.
    private const int Rounds = 600_000;

    /// <summary>PBKDF2-HMAC-SHA256 with service and name as salt, first 8 bytes in hexadecimal: the same on every machine.</summary>
    public static string Of(string service, string name, Secret secret) => Convert.ToHexStringLower(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret.Reveal()), Encoding.UTF8.GetBytes($"{service}\n{name}"), Rounds, HashAlgorithmName.SHA256, outputLength: 8));
}
