using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Sample.Storefront.Carts;
using Sample.Storefront.Orders;
using Sample.Storefront.Orders.Postgres;
using Sample.Storefront.Stores;
using Shouldly;

namespace Sample.Storefront.Tests.Stores;

public sealed class StoreConfigurationTests
{
    [Test]
    public async Task Without_a_word_everything_stays_in_the_process_and_nobody_is_asked()
    {
        await using var shop = Shop.Build([]);

        shop.Services.GetRequiredService<IOrderStore>().ShouldBeOfType<OrderBook>();
        shop.Services.GetRequiredService<ICartStore>().ShouldBeOfType<CartShelf>();
        shop.Services.GetServices<IStore>().ShouldBeEmpty();
    }

    [Test]
    public async Task Named_servers_are_used()
    {
        await using var shop = Shop.Build(["--Stores:Orders=Host=db", "--Stores:Carts=cache"]);

        shop.Services.GetRequiredService<IOrderStore>().ShouldBeOfType<PostgresOrders>();
        shop.Services.GetRequiredService<ICartStore>().ShouldBeOfType<RedisCarts>();
        shop.Services.GetServices<IStore>().Count().ShouldBe(2);
    }

    [Test]
    public void All_problems_are_told_at_once_and_no_value_is()
    {
        var refused = Should.Throw<StartRefusedException>(() => Shop.Build(
            ["--Stores:Order=Host=db", "--Stores:Orders=Hots=db;Password=hunter2hunter2", "--Stores:Carts=rediss://:hunter2hunter2@cache"]));

        refused.ExitCode.ShouldBe(StartRefusedException.Configuration);
        refused.Message.Split('\n').Length.ShouldBe(3);
        refused.Message.ShouldContain("Stores:Order is not known. Known are Orders, Carts.");
        refused.Message.ShouldContain("Stores:Orders: Is no connection string: ");
        refused.Message.ShouldContain("Stores:Carts: Begins with rediss://, which this client does not speak.");
        refused.Message.ShouldNotContain("hunter2");
    }

    [TestCase("Password=hunter2hunter2")]
    [TestCase("Host=db;Port=hunter2hunter2")]
    [TestCase("Host=db;hunter2hunter2")]
    public void A_connection_string_that_is_none_is_refused_without_being_told(string text)
    {
        Should.Throw<FormatException>(() => PostgresPlace.Parse(text)).Message.ShouldNotContain("=hunter2");
    }

    [Test]
    public void Limits_are_those_of_customers_unless_said()
    {
        PostgresPlace.Parse("Host=db").ConnectionString.ShouldContain("Timeout=3;Command Timeout=5");
        PostgresPlace.Parse("Host=db;Timeout=9;Command Timeout=60").ConnectionString.ShouldContain("Timeout=9;Command Timeout=60");
    }

    [Test]
    public void A_database_prints_without_its_password()
    {
        PostgresPlace.Parse("Host=db;Database=shop;Username=u;Password=hunter2").ToString().ShouldBe("PostgreSQL at db:5432, database shop");
    }
}
