using Npgsql;
using Sample.Storefront.Stores;

namespace Sample.Storefront.Orders.Postgres;

/// <summary>Keeps orders in PostgreSQL; brings its tables with the first use.</summary>
internal sealed class PostgresOrders : IOrderStore, IStore, IAsyncDisposable
{
    private readonly PostgresPlace _place;
    private readonly NpgsqlDataSource _source;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private Task<int>? _schema;

    public PostgresOrders(PostgresPlace place)
    {
        _place = place;
        _source = new NpgsqlSlimDataSourceBuilder(place.ConnectionString).EnableTransportSecurity().Build();
    }

    /// <inheritdoc/>
    public Task AddAsync(Order order, CancellationToken cancellationToken) => UseAsync(
        async () =>
        {
            // One batch is one round trip and one transaction; an order that came through before the connection broke stays.
            await using var batch = _source.CreateBatch();
            batch.BatchCommands.Add(new("insert into orders (id, placed_at, total, receipt) values ($1, $2, $3, $4) on conflict do nothing")
            {
                Parameters = { new() { Value = order.Id }, new() { Value = order.PlacedAt }, new() { Value = order.Total }, new() { Value = order.Receipt } },
            });
            foreach (var (position, line) in order.Lines.Index())
            {
                batch.BatchCommands.Add(new("insert into order_lines (order_id, position, product_id, quantity) values ($1, $2, $3, $4) on conflict do nothing")
                {
                    Parameters = { new() { Value = order.Id }, new() { Value = position }, new() { Value = line.ProductId! }, new() { Value = line.Quantity } },
                });
            }

            return await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Order?> FindAsync(string id, CancellationToken cancellationToken) => UseAsync(
        async () =>
        {
            await using var command = _source.CreateCommand(
                "select placed_at, total, receipt, product_id, quantity from orders join order_lines on order_id = id where id = $1 order by position");
            command.Parameters.Add(new() { Value = id });
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            Order? order = null;
            var lines = new List<OrderLine>();
            while (await rows.ReadAsync(cancellationToken))
            {
                order ??= new(id, await rows.GetFieldValueAsync<DateTimeOffset>(0, cancellationToken), lines, rows.GetDecimal(1), rows.GetString(2));
                lines.Add(new(rows.GetString(3), rows.GetInt32(4)));
            }

            return order;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) => UseAsync(
        async () =>
        {
            await using var command = _source.CreateCommand("select 1 from orders limit 0");
            return await command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>The server's own word, such as <c>15.18</c>.</summary>
    public Task<string> ServerVersionAsync(CancellationToken cancellationToken) => UseAsync(
        async () =>
        {
            await using var command = _source.CreateCommand("show server_version");
            return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The container knows it under two names, and closes it for each.
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync();
        await _source.DisposeAsync();
        _closing.Dispose();
    }

    private async Task<T> UseAsync<T>(Func<Task<T>> statement, CancellationToken cancellationToken)
    {
        try
        {
            await SchemaAsync().WaitAsync(cancellationToken);
            try
            {
                return await statement();
            }
            catch (NpgsqlException exception) when (IsStale(exception))
            {
                // A connection of the pool was dead, and the pool is empty now. Every statement here may run twice.
                return await statement();
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreUnavailableException("orders", _place.ToString(), exception);
        }
    }

    // The server went away and may be back. Waiting a second time for one that does not answer helps nobody.
    private static bool IsStale(NpgsqlException exception) => exception.IsTransient && exception.InnerException is not TimeoutException;

    // One migration for all requests of this process, which none of them can cancel; a failed one is tried again by the next.
    private Task<int> SchemaAsync()
    {
        lock (_gate)
        {
            return _schema is null or { IsFaulted: true } or { IsCanceled: true } ? _schema = OrderSchema.MigrateAsync(_source, OrderSchema.Versions, _closing.Token) : _schema;
        }
    }
}
