using System.Globalization;

namespace Sample.Storefront.Redis;

/// <summary>A Redis server; prints without its password.</summary>
/// <param name="Host">Name or number.</param>
/// <param name="Port">6379 unless said.</param>
/// <param name="User">Null for the default user.</param>
/// <param name="Password">Null when the server asks for none.</param>
/// <param name="Database">0 unless said.</param>
internal sealed record RedisAddress(string Host, int Port, string? User, string? Password, int Database)
{
    /// <summary>What the setting takes, for people.</summary>
    public const string Expected = "redis://[[user]:password@]host[:port][/database] or host[:port], such as redis://cache.example:6379";

    private const string Scheme = "redis";
    private const int DefaultPort = 6379;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is none; the message does not hold it.</exception>
    public static RedisAddress Parse(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"{Scheme}://{text}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new FormatException("Is no address of a Redis server.");
        }

        if (uri.Scheme != Scheme)
        {
            throw new FormatException($"Begins with {uri.Scheme}://, which this client does not speak.");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new FormatException("Has something behind the database; options are not known.");
        }

        var path = uri.AbsolutePath.Trim('/');
        var database = 0;
        if (path.Length > 0 && !int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database))
        {
            throw new FormatException($"Names the database '{path}', which is no number.");
        }

        var (user, password) = uri.UserInfo.Split(':', 2) is [var left, var right] ? (Unescape(left), Unescape(right)) : (null, Unescape(uri.UserInfo));
        return new(uri.IdnHost.Trim('[', ']'), uri.Port > 0 ? uri.Port : DefaultPort, user, password, database);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Redis at {Host}:{Port}, database {Database}");

    private static string? Unescape(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);
}
