using System.Collections.Immutable;
using Npgsql;
using NUnit.Framework;
using Sample.Storefront.Orders.Postgres;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Orders;

[Category("Integration")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrderSchemaTests : IAsyncDisposable
{
    private NpgsqlDataSource? _source;

    [SetUp]
    public async Task CreateDatabaseAsync() => _source = NpgsqlDataSource.Create((await (await SharedServers.Postgres).CreateDatabaseAsync()).ConnectionString);

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }
    }

    [Test]
    public async Task Many_instances_that_start_at_once_bring_each_version_once()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => MigrateAsync(OrderSchema.Versions)));

        added.Sum().ShouldBe(OrderSchema.Versions.Length);
        added.Count(count => count > 0).ShouldBe(1);
        (await NumberAsync("select count(*) from storefront_schema")).ShouldBe(OrderSchema.Versions.Length);
    }

    [Test]
    public async Task A_later_release_adds_its_versions_and_an_earlier_one_accepts_them()
    {
        await MigrateAsync(OrderSchema.Versions[..1]);
        await using (var command = _source!.CreateCommand("insert into orders values ('a', now(), 1, 'r')"))
        {
            await command.ExecuteNonQueryAsync();
        }

        (await MigrateAsync([.. OrderSchema.Versions, ["alter table orders add column note text"]])).ShouldBe(OrderSchema.Versions.Length);
        (await MigrateAsync(OrderSchema.Versions)).ShouldBe(0);

        (await NumberAsync("select count(*) from orders where note is null")).ShouldBe(1);
    }

    [Test]
    public async Task A_version_that_fails_leaves_nothing_behind_and_can_be_mended()
    {
        await MigrateAsync(OrderSchema.Versions);

        await Should.ThrowAsync<PostgresException>(() => MigrateAsync([.. OrderSchema.Versions, ["create table half (id int)", "create table orders (id int)"]]));

        (await NumberAsync("select count(*) from pg_tables where tablename = 'half'")).ShouldBe(0);
        (await MigrateAsync([.. OrderSchema.Versions, ["create table half (id int)"]])).ShouldBe(1);
    }

    private Task<int> MigrateAsync(ImmutableArray<ImmutableArray<string>> versions) => OrderSchema.MigrateAsync(_source!, versions, CancellationToken.None);

    private async Task<long> NumberAsync(string query)
    {
        await using var command = _source!.CreateCommand(query);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
