using Npgsql;

namespace Sample.Storefront.Orders.Postgres;

/// <summary>A database; prints without its password.</summary>
internal sealed class PostgresPlace
{
    /// <summary>What the setting takes, for people.</summary>
    public const string Expected = "a connection string of Npgsql, such as Host=db.example;Database=shop;Username=shop;Password=...";

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(5);
    private readonly NpgsqlConnectionStringBuilder _text;

    private PostgresPlace(NpgsqlConnectionStringBuilder text) => _text = text;

    /// <summary>For Npgsql.</summary>
    public string ConnectionString => _text.ConnectionString;

    /// <summary>Reads a connection string. A customer waits behind each limit, so they are shorter than Npgsql's unless the text sets them.</summary>
    /// <exception cref="FormatException">It is none, or names no host.</exception>
    public static PostgresPlace Parse(string text)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(text);
            if (builder.Host is null or "")
            {
                throw new FormatException("Names no host.");
            }

            if (!builder.ShouldSerialize("Timeout"))
            {
                builder.Timeout = (int)ConnectLimit.TotalSeconds;
            }

            if (!builder.ShouldSerialize("Command Timeout"))
            {
                builder.CommandTimeout = (int)CommandLimit.TotalSeconds;
            }

            builder.ApplicationName ??= "storefront";
            return new(builder);
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException)
        {
            // Its message names the key, and never the value.
            throw new FormatException($"Is no connection string: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"PostgreSQL at {_text.Host}:{_text.Port}, database {_text.Database ?? _text.Username}";
}
