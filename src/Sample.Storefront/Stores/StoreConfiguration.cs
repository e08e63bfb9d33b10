using Sample.Storefront.Carts;
using Sample.Storefront.Orders;
using Sample.Storefront.Orders.Postgres;
using Sample.Storefront.Redis;

namespace Sample.Storefront.Stores;

/// <summary>Where orders and carts are kept: in this process, unless <c>Stores</c> names a server.</summary>
internal static class StoreConfiguration
{
    private const string Orders = "Orders";
    private const string Carts = "Carts";

    /// <summary>Adds both stores. Code of a server that is not configured is not even loaded.</summary>
    /// <exception cref="StartRefusedException">A name or a value is unknown; the message lists every problem, and no value: they hold passwords.</exception>
    public static void AddStores(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<StoreHealth>();
        var problems = section.GetChildren()
            .Where(setting => !setting.Key.Equals(Orders, StringComparison.OrdinalIgnoreCase) && !setting.Key.Equals(Carts, StringComparison.OrdinalIgnoreCase))
            .Select(setting => $"{setting.Path} is not known. Known are {Orders}, {Carts}.")
            .ToList();
        if (section[Orders] is { Length: > 0 } postgres)
        {
            Try(() => AddPostgres(services, postgres), $"{section.Path}:{Orders}", PostgresPlace.Expected, problems);
        }
        else
        {
            services.AddSingleton<OrderBook>().AddSingleton<IOrderStore>(provider => provider.GetRequiredService<OrderBook>());
        }

        if (section[Carts] is { Length: > 0 } redis)
        {
            Try(() => AddRedis(services, redis), $"{section.Path}:{Carts}", RedisAddress.Expected, problems);
        }
        else
        {
            services.AddSingleton<ICartStore, CartShelf>();
        }

        if (problems.Count > 0)
        {
            throw new StartRefusedException(string.Join('\n', problems), StartRefusedException.Configuration);
        }
    }

    private static void AddPostgres(IServiceCollection services, string text)
    {
        var place = PostgresPlace.Parse(text);
        services.AddSingleton(_ => new PostgresOrders(place));
        services.AddSingleton<IOrderStore>(provider => provider.GetRequiredService<PostgresOrders>());
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<PostgresOrders>());
    }

    private static void AddRedis(IServiceCollection services, string text)
    {
        var address = RedisAddress.Parse(text);
        services.AddSingleton(provider => new RedisClient(address, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RedisCarts>();
        services.AddSingleton<ICartStore>(provider => provider.GetRequiredService<RedisCarts>());
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<RedisCarts>());
    }

    private static void Try(Action add, string setting, string expected, List<string> problems)
    {
        try
        {
            add();
        }
        catch (FormatException exception)
        {
            problems.Add($"{setting}: {exception.Message} Give {expected}.");
        }
    }
}
