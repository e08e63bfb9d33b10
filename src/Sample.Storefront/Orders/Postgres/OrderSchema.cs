using System.Collections.Immutable;
using Npgsql;

namespace Sample.Storefront.Orders.Postgres;

/// <summary>
/// The tables of the orders, in versions that are only ever added. A newer version in the database is accepted: while
/// a release is rolled out or back, two of them share it, so a version must leave the statements of the release before it working.
/// </summary>
internal static class OrderSchema
{
    // Any number that no other program of the database uses for its own lock.
    private const long Lock = 0x53544F5245;

    // A migration may take longer than a customer waits.
    private const int Seconds = 60;

    /// <summary>The statements of version 1, 2 and so on.</summary>
    public static ImmutableArray<ImmutableArray<string>> Versions { get; } =
    [
        [
            "create table orders (id text primary key, placed_at timestamptz not null, total numeric(12, 2) not null, receipt text not null)",
            """
            create table order_lines (
              order_id text not null references orders (id) on delete cascade,
              position integer not null,
              product_id text not null,
              quantity integer not null check (quantity > 0),
              primary key (order_id, position)
            )
            """,
        ],
        ["create index orders_by_time on orders (placed_at)"],
    ];

    /// <summary>Brings the database to the last version, all of it or nothing. Of several processes one does it, and the others wait.</summary>
    /// <returns>How many versions were added.</returns>
    public static async Task<int> MigrateAsync(NpgsqlDataSource source, ImmutableArray<ImmutableArray<string>> versions, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var present = await LockAsync(connection, cancellationToken);
        foreach (var (index, statements) in versions.Index().Skip(present))
        {
            await using var batch = new NpgsqlBatch(connection) { Timeout = Seconds };
            foreach (var statement in statements)
            {
                batch.BatchCommands.Add(new(statement));
            }

            batch.BatchCommands.Add(new("insert into storefront_schema (version) values ($1)") { Parameters = { new() { Value = index + 1 } } });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return Math.Max(0, versions.Length - present);
    }

    /// <summary>Waits until no other process migrates; the lock ends with the transaction.</summary>
    /// <returns>The version of the database.</returns>
    private static async Task<int> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = Seconds,
            BatchCommands =
            {
                new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = Lock } } },
                new("create table if not exists storefront_schema (version integer primary key, added_at timestamptz not null default now())"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await using var version = new NpgsqlCommand("select coalesce(max(version), 0) from storefront_schema", connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken))!;
    }
}
