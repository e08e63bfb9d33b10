using System.Collections.Concurrent;

namespace Sample.Storefront.Orders;

/// <summary>Remembers the last orders of this process; the oldest makes room for the newest.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _byAge = new();

    /// <summary>Most orders remembered at once.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>Remembers an order.</summary>
    public void Add(Order order)
    {
        _orders[order.Id] = order;
        _byAge.Enqueue(order.Id);
        while (_byAge.Count > Capacity && _byAge.TryDequeue(out var oldest))
        {
            _orders.TryRemove(oldest, out _);
        }
    }

    /// <summary>The order, or null when there is none, or none any more.</summary>
    public Order? Find(string id) => _orders.GetValueOrDefault(id);
}
