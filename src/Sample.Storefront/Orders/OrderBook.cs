using System.Collections.Concurrent;

namespace Sample.Storefront.Orders;

/// <summary>Remembers the last orders of this process; the oldest makes room for the newest.</summary>
internal sealed class OrderBook : IOrderStore
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _byAge = new();

    /// <summary>Most orders remembered at once.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <inheritdoc/>
    public Task AddAsync(Order order, CancellationToken cancellationToken)
    {
        if (_orders.TryAdd(order.Id, order))
        {
            _byAge.Enqueue(order.Id);
        }

        while (_byAge.Count > Capacity && _byAge.TryDequeue(out var oldest))
        {
            _orders.TryRemove(oldest, out _);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Order?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_orders.GetValueOrDefault(id));
}
