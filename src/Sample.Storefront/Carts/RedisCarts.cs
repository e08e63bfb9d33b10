using System.Collections.Immutable;
using System.Globalization;
using Sample.Storefront.Redis;
using Sample.Storefront.Stores;

namespace Sample.Storefront.Carts;

/// <summary>Keeps each cart as a hash in Redis, from product to pieces, which forgets itself after <see cref="CartId.Lifetime"/>.</summary>
internal sealed class RedisCarts(RedisClient redis) : ICartStore, IStore
{
    private static readonly string Seconds = CartId.Lifetime.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public Task<Cart> ReadAsync(CartId id, CancellationToken cancellationToken) =>
        UseAsync(async () => Read(await redis.SendAsync(RespCommand.Of("HGETALL", Key(id)), cancellationToken)));

    /// <inheritdoc/>
    public Task AddAsync(CartId id, Cart more, CancellationToken cancellationToken) => UseAsync(async () =>
    {
        var added = more.Lines.Select(line => RespCommand.Of("HINCRBY", Key(id), line.ProductId!, line.Quantity.ToString(CultureInfo.InvariantCulture)));
        var replies = await redis.TransactAsync([.. added, RespCommand.Of("EXPIRE", Key(id), Seconds)], cancellationToken);
        ImmutableArray<RespCommand> trimmed =
        [
            .. more.Lines.Zip(replies)
                .Where(line => line.Second is RespReply.Number { Value: > Cart.MostPieces })
                .Select(line => RespCommand.Of("HSET", Key(id), line.First.ProductId!, Cart.MostPieces.ToString(CultureInfo.InvariantCulture))),
        ];
        return trimmed.IsEmpty ? [] : await redis.SendAsync(trimmed, cancellationToken);
    });

    /// <inheritdoc/>
    public Task RemoveAsync(CartId id, string productId, CancellationToken cancellationToken) =>
        UseAsync(() => redis.SendAsync(RespCommand.Of("HDEL", Key(id), productId), cancellationToken));

    /// <inheritdoc/>
    public Task<Cart> TakeAsync(CartId id, CancellationToken cancellationToken) =>
        UseAsync(async () => Read((await redis.TransactAsync([RespCommand.Of("HGETALL", Key(id)), RespCommand.Of("DEL", Key(id))], cancellationToken))[0]));

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) => UseAsync(() => redis.SendAsync(RespCommand.Of("PING"), cancellationToken));

    private static string Key(CartId id) => $"storefront:cart:{id.Text}";

    private static Cart Read(RespReply reply) => reply is RespReply.List { Items: var items }
        ? Cart.Of(items.OfType<RespReply.Bulk>().Chunk(2).Select(pair => KeyValuePair.Create(pair[0].Text, int.Parse(pair[1].Text, NumberStyles.None, CultureInfo.InvariantCulture))))
        : throw new RedisException($"Answered with {reply} where a list belongs.");

    private async Task<T> UseAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RedisException exception)
        {
            throw new StoreUnavailableException("carts", redis.Address.ToString(), exception);
        }
    }
}
