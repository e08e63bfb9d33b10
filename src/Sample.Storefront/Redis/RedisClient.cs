using System.Collections.Immutable;

namespace Sample.Storefront.Redis;

/// <summary>Talks to one Redis server over one connection, which it opens when it is needed and again when it broke.</summary>
/// <remarks>Nothing is sent twice: a command whose answer is missing may have been done.</remarks>
internal sealed class RedisClient(RedisAddress address, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private RedisConnection? _connection;
    private RedisException? _failure;
    private long _failedAt;

    /// <summary>Who is talked to, for people.</summary>
    public RedisAddress Address => address;

    /// <summary>How long connecting and each answer may take; 2 s unless set.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a failed connection is not tried again, so that a server which swallows packets does not hold every request for the whole limit; 250 ms unless set.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Sends a command.</summary>
    /// <exception cref="RedisException">The server refuses it or is not there.</exception>
    public async Task<RespReply> SendAsync(RespCommand command, CancellationToken cancellationToken) => (await SendAsync([command], cancellationToken))[0];

    /// <summary>Sends commands in one go; other commands may come between them.</summary>
    /// <exception cref="RedisException">The server refuses one, and did the others; or it is not there.</exception>
    public async Task<ImmutableArray<RespReply>> SendAsync(ImmutableArray<RespCommand> commands, CancellationToken cancellationToken)
    {
        var connection = await ConnectionAsync(cancellationToken);
        return Granted(await connection.SendAsync(commands, cancellationToken));
    }

    /// <summary>Sends commands in one go; the server does all of them, with nothing between them.</summary>
    /// <exception cref="RedisException">The server refuses or is not there.</exception>
    public async Task<ImmutableArray<RespReply>> TransactAsync(ImmutableArray<RespCommand> commands, CancellationToken cancellationToken)
    {
        var replies = await SendAsync([RespCommand.Of("MULTI"), .. commands, RespCommand.Of("EXEC")], cancellationToken);
        return replies[^1] is RespReply.List { Items: var results } ? Granted(results) : throw new RedisException($"Did not execute a transaction: {replies[^1]}.");
    }

    /// <summary>The server's own word, such as <c>7.0.15</c>.</summary>
    public async Task<string> ServerVersionAsync(CancellationToken cancellationToken)
    {
        const string Name = "redis_version:";
        var facts = (await SendAsync(RespCommand.Of("INFO", "server"), cancellationToken) as RespReply.Bulk)?.Text.Split("\r\n") ?? [];
        return Array.Find(facts, fact => fact.StartsWith(Name, StringComparison.Ordinal))?[Name.Length..] ?? throw new RedisException("Does not tell its version.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _opening.Dispose();
    }

    private static ImmutableArray<RespReply> Granted(ImmutableArray<RespReply> replies) =>
        replies.OfType<RespReply.Refusal>().FirstOrDefault() is { } refusal ? throw new RedisException($"Refused: {refusal.Text}") : replies;

    private async Task<RedisConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _connection) is { IsBroken: false } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsBroken: false } opened)
            {
                return opened;
            }

            return _failure is not null && time.GetElapsedTime(_failedAt) < Pause
                ? throw new RedisException(_failure.Message, _failure)
                : await ReplaceAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<RedisConnection> ReplaceAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }

        try
        {
            var connection = await OpenAsync(cancellationToken);
            _failure = null;
            Volatile.Write(ref _connection, connection);
            return connection;
        }
        catch (RedisException exception)
        {
            _failure = exception;
            _failedAt = time.GetTimestamp();
            throw;
        }
    }

    private async Task<RedisConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await RedisConnection.OpenAsync(address, Limit, time, cancellationToken);
        try
        {
            ImmutableArray<RespCommand> greeting =
            [
                .. address.Password is { } password ? [address.User is { } user ? RespCommand.Of("AUTH", user, password) : RespCommand.Of("AUTH", password)] : Array.Empty<RespCommand>(),
                .. address.Database > 0 ? [RespCommand.Of("SELECT", $"{address.Database}")] : Array.Empty<RespCommand>(),
            ];
            Granted(await connection.SendAsync(greeting, cancellationToken));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
